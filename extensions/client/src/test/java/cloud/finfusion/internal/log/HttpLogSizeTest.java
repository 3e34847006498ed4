package cloud.finfusion.internal.log;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okio.ByteString;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However long what comes, the log takes time in proportion, little stack, and one line. */
@Timeout(value = 20, unit = SECONDS)
class HttpLogSizeTest {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "0",
        "42 ",
        "4-2-",
        "1a",
        "dev_",
        "sk_x",
        "\u202e",
        "_1",
        "\ud83d\ude00",
        "adev_",
        "adev_a",
        "task_1",
        "dev_abcdefghi_",
        "n4242 ",
        "a",
        "-a",
        "0-",
        "00000000-0000-0000-0000-00"
      })
  @DisplayName("E4 a million characters of digits, separators, keys or escapes")
  void longTexts(String part) {
    String text = part.repeat(1_000_000 / part.length());

    assertThat(SecretRedactor.text(text)).isNotEmpty();
    assertThat(HttpLogFormat.plain(text)).hasSizeLessThanOrEqualTo(4096);
  }

  @Test
  @DisplayName("E4 a header, a query, a form and a body of 100,000 digits: redacted, and bounded")
  void digits() {
    String digits = "4242424242424242".repeat(6250);

    assertThat(HttpLogFormat.headers(Headers.of("X-Request-Id", digits, "Date", digits)))
        .isEqualTo("{X-Request-Id=***, Date=***}");
    assertThat(
            HttpLogFormat.url(
                HttpUrl.get("https://a.example/" + digits + "?q=" + digits), SensitiveFields.KNOWN))
        .isEqualTo("/***?q=***");
    for (String body : List.of("{\"a\":" + digits + "}", "{\"a\":\"" + digits + "\"}")) {
      assertThat(HttpLogFormat.body(JSON, ByteString.encodeUtf8(body), SensitiveFields.KNOWN))
          .matches("\\{\"a\":\"\\*\\*\\*\"}|\\d+ bytes");
    }
    assertThat(
            HttpLogFormat.body(FORM, ByteString.encodeUtf8("a=" + digits), SensitiveFields.KNOWN))
        .doesNotContain("4242");
  }

  @Test
  @DisplayName("E4 a body of 30,000 levels is shown as its length")
  void levels() {
    String body = "[".repeat(30_000) + "]".repeat(30_000);

    assertThat(HttpLogFormat.body(JSON, ByteString.encodeUtf8(body), SensitiveFields.KNOWN))
        .isEqualTo("60000 bytes");
  }

  @Test
  @DisplayName("E4 a card's number is found in a long number, and a number that holds none stays")
  void found() {
    String none = "1111111111111"; // no twelve or thirteen of these have a right check digit

    assertThat(SecretRedactor.text("at " + none + " ms")).isEqualTo("at " + none + " ms");
    assertThat(SecretRedactor.text(none + "4242424242424242")).isEqualTo("***");
    assertThat(SecretRedactor.text("4242424242424242x")).isEqualTo("***x");
    assertThat(SecretRedactor.text("\uff14\uff12".repeat(8))).isEqualTo("***");
    assertThat(SecretRedactor.text("pay_4242424242424242")).isEqualTo("pay_4242424242424242");
    assertThat(SecretRedactor.text("a risk_score, a disk_x")).isEqualTo("a risk_score, a disk_x");
  }
}
