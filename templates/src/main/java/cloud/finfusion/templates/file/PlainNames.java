package cloud.finfusion.templates.file;

import java.util.regex.Pattern;

/** The names by which a parser knows what a specification writes in several ways. */
public final class PlainNames {
  /** As {@code {id}}, or {@code {+name}} of Google, which leaves slashes as they are. */
  public static final Pattern PLACE = Pattern.compile("\\{([+]?)([^{}]+)}");

  private PlainNames() {}

  /** A path without Google's signs. */
  public static String ofPath(String path) {
    return PLACE.matcher(path).replaceAll("{$2}");
  }

  /**
   * The last word of what is in a file, {@code Card} of {@code kinds.yaml#/Card}, or the file's as
   * the parser has it, {@code cardv1} of {@code card.v1.yaml}.
   */
  public static String ofKind(String reference) {
    String last = reference.substring(reference.lastIndexOf('/') + 1);
    return reference.contains("#")
        ? last.replaceFirst("^[^#]*#", "")
        : last.replaceFirst("\\.[^.]*$", "").replace(".", "");
  }
}
