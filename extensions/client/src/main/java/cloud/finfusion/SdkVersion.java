package cloud.finfusion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this SDK, written by the build, and the User-Agent with it. */
final class SdkVersion {
  static final String USER_AGENT =
      "finfusion-java/" + read() + " (java " + Runtime.version().feature() + ")";

  private SdkVersion() {}

  private static String read() {
    Properties properties = new Properties();
    try (InputStream in = SdkVersion.class.getResourceAsStream("sdk.properties")) {
      properties.load(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return properties.getProperty("version", "unknown");
  }
}
