package cloud.finfusion.network;

import cloud.finfusion.error.ConfigurationException;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the form of pins. A pin is no secret, so a message may show a wrong one. */
final class Pin {
  private static final String OPTION = "network.pin";
  private static final String PREFIX = "sha256/";
  private static final int SHA_256_BYTES = 32;
  private static final Pattern HOST = Pattern.compile("(\\*\\.)?[a-z0-9-]+(\\.[a-z0-9-]+)*");

  private Pin() {}

  static void check(String host, Set<String> pins) {
    if (!HOST.matcher(host).matches()) {
      throw wrong("a host as api.finfusion.cloud or *.finfusion.cloud", host);
    }
    if (pins.isEmpty()) {
      throw wrong("at least one pin for " + host, "none");
    }
    pins.stream()
        .filter(pin -> !isPin(pin))
        .forEach(
            pin -> {
              throw wrong("sha256/ and 32 bytes in base64", pin);
            });
  }

  private static boolean isPin(String pin) {
    try {
      return pin.startsWith(PREFIX)
          && Base64.getDecoder().decode(pin.substring(PREFIX.length())).length == SHA_256_BYTES;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private static ConfigurationException wrong(String expected, String got) {
    return new ConfigurationException(
        OPTION, "expected " + expected + ", got " + got + ". Correct it or leave it out.");
  }
}
