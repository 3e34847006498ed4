package cloud.finfusion.sandbox.program;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a URL of HTTP. The sentence about a wrong one does not repeat it: it may hold a secret. */
final class UrlConverter implements ITypeConverter<URI> {
  @Override
  public URI convert(String text) {
    try {
      URI url = new URI(text);
      if (url.getHost() != null && String.valueOf(url.getScheme()).matches("https?")) {
        return url;
      }
    } catch (URISyntaxException e) {
      // no URL at all
    }
    throw new TypeConversionException("a URL is written as http://127.0.0.1:8080/path");
  }
}
