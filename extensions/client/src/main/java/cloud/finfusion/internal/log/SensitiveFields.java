package cloud.finfusion.internal.log;

import cloud.finfusion.internal.call.CallContext;
import cloud.finfusion.runtime.SensitiveNames;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides by a field's name whether it holds a secret: by the names that specifications mark, by
 * well-known ones, and by those that a call adds or is signed in.
 *
 * @param marked names that another specification than FinFusion's marks, in plain form
 * @param added names whose values are the user's own, as they stand in the request
 */
record SensitiveFields(Set<String> marked, Set<String> added) {
  /** Those that are known without a call. */
  static final SensitiveFields KNOWN = new SensitiveFields(Set.of(), Set.of());

  private static final Set<String> WELL_KNOWN =
      Set.of(
          "accountnumber",
          "apikey",
          "authorization",
          "bankaccountnumber",
          "cardnumber",
          "cookie",
          "cvc",
          "cvv",
          "iban",
          "key",
          "nationalid",
          "number",
          "pan",
          "passphrase",
          "pin",
          "privatekey",
          "ssn",
          "taxid");

  /** Returns those of a call. */
  static SensitiveFields of(CallContext context) {
    Set<String> added = new HashSet<>(context.addedParameters());
    added.addAll(context.addedFields());
    added.addAll(context.operation().signer().queryParameters());
    Set<String> marked =
        context.operation().sensitiveFields().stream()
            .map(SensitiveFields::plain)
            .collect(Collectors.toUnmodifiableSet());
    return new SensitiveFields(marked, added);
  }

  /** Returns whether a text or number of this name is a secret. */
  boolean hides(String name) {
    String plain = plain(name);
    return added.contains(name) || marked.contains(plain) || isKnown(plain);
  }

  /** Returns whether everything below this name is a secret. */
  boolean hidesAll(String name) {
    String plain = plain(name);
    return added.contains(name)
        || marked.contains(plain)
        || (isKnown(plain) && !SensitiveNames.ALSO_STRUCTURES.contains(plain));
  }

  private static boolean isKnown(String plain) {
    return SensitiveNames.MARKED.contains(plain)
        || WELL_KNOWN.contains(plain)
        || plain.endsWith("secret")
        || plain.endsWith("password")
        || plain.endsWith("token");
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }
}
