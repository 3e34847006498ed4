package cloud.finfusion.sandbox.internal.spec;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A media type without its parameters, in lower case, or a range such as {@code text/*}. */
record MediaType(String type, String subtype) {
  private static final String TOKEN = "([!#$%&'*+.^_`|~0-9a-z-]+)";
  private static final Pattern SYNTAX = Pattern.compile(TOKEN + "/" + TOKEN + "\\s*(;.*)?");

  /** Empty if the text is no media type. */
  static Optional<MediaType> parse(String text) {
    Matcher matcher = SYNTAX.matcher(text.strip().toLowerCase(Locale.ROOT));
    return matcher.matches() ? Optional.of(of(matcher)) : Optional.empty();
  }

  private static MediaType of(MatchResult match) {
    return new MediaType(match.group(1), match.group(2));
  }

  /** Whether a type belongs to this range. */
  boolean includes(MediaType other) {
    return (type.equals("*") || type.equals(other.type))
        && (subtype.equals("*") || subtype.equals(other.subtype));
  }

  boolean isJson() {
    return subtype.equals("json") || subtype.endsWith("+json");
  }

  boolean isForm() {
    return toString().equals("application/x-www-form-urlencoded");
  }

  @Override
  public String toString() {
    return type + "/" + subtype;
  }
}
