package cloud.finfusion.internal.log;

import cloud.finfusion.runtime.SensitiveNames;
import java.util.Locale;
import java.util.Set;

/**
 * Decides by a field's name whether it holds a secret: by the names that the specification marks,
 * and by well-known ones.
 */
final class SensitiveFields {
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

  private SensitiveFields() {}

  /** Returns whether a text or number of this name is a secret. */
  static boolean hides(String name) {
    String plain = plain(name);
    return SensitiveNames.MARKED.contains(plain)
        || WELL_KNOWN.contains(plain)
        || plain.endsWith("secret")
        || plain.endsWith("password")
        || plain.endsWith("token");
  }

  /** Returns whether everything below this name is a secret. */
  static boolean hidesAll(String name) {
    return hides(name) && !SensitiveNames.ALSO_STRUCTURES.contains(plain(name));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }
}
