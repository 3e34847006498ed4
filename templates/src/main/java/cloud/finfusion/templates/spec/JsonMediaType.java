package cloud.finfusion.templates.spec;

/** The media types whose bodies are JSON. */
public final class JsonMediaType {
  private JsonMediaType() {}

  /** Whether a body of that type is JSON. */
  public static boolean matches(String type) {
    return type.matches("(?i).*[/+]json\\s*(;.*)?") || type.equals("*/*");
  }
}
