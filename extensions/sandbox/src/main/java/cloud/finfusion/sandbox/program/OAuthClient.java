package cloud.finfusion.sandbox.program;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An OAuth client of the command line. */
record OAuthClient(String id, String secret) {
  @Override
  public String toString() {
    return id + ":***";
  }

  /** Reads {@code id:secret}; the secret may have colons. */
  static final class Converter implements ITypeConverter<OAuthClient> {
    @Override
    public OAuthClient convert(String text) {
      String[] parts = text.split(":", 2);
      if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
        throw new TypeConversionException("a client is its id, a colon and its secret");
      }
      return new OAuthClient(parts[0], parts[1]);
    }
  }
}
