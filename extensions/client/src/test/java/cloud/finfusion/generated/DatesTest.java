package cloud.finfusion.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cloud.finfusion.model.ApiKeyCreateParams;
import cloud.finfusion.model.ApiKeyType;
import cloud.finfusion.model.Customer;
import cloud.finfusion.runtime.Json;
import cloud.finfusion.runtime.UnreadableJsonException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Times mean the same instant wherever the program runs. Alone, because it changes the JVM's
 * defaults.
 */
@Isolated
class DatesTest {
  private static OffsetDateTime read(String time) {
    return Json.read(Json.DATE_TIME, "\"" + time + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-15T10:30:00Z, 2024-03-15T10:30:00Z",
    "2024-03-15T10:30:00+14:00, 2024-03-14T20:30:00Z",
    "2024-03-15T10:30:00-18:00, 2024-03-16T04:30:00Z",
    "2024-03-15T10:30:00.123456789Z, 2024-03-15T10:30:00.123456789Z",
    "2024-03-15T10:30:00.1+00:00, 2024-03-15T10:30:00.1Z",
    "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
    "2024-03-15t10:30:00z, 2024-03-15T10:30:00Z"
  })
  @DisplayName("C087 the right instant in every default time zone and locale")
  void instantIsTheSameInEveryDefault(String written, String instant) {
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      for (String each :
          new String[] {"UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati"}) {
        TimeZone.setDefault(TimeZone.getTimeZone(each));
        Locale.setDefault(
            each.equals("UTC")
                ? Locale.forLanguageTag("ar-EG-u-nu-arab")
                : Locale.forLanguageTag("th-TH-u-ca-buddhist"));
        OffsetDateTime time = read(written);
        assertThat(time.toInstant()).isEqualTo(Instant.parse(instant));
        assertThat(read(Json.write(Json.DATE_TIME, time).replace("\"", ""))).isEqualTo(time);
        assertThat(Json.write(Json.DATE_TIME, time)).matches("\"[0-9TZ:.+-]+\"");
      }
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-30T00:00:00Z",
        "2023-02-29T00:00:00Z",
        "2024-03-15T23:59:60Z",
        "2024-03-15T24:00:01Z",
        "2024-03-15T10:30:00",
        "2024-03-15",
        "2024-03-15 10:30:00Z",
        "2024-13-01T00:00:00Z",
        "2024-03-15T10:30:00+19:00",
        "1710498600000",
        "",
        "now",
        "15/03/2024"
      })
  @DisplayName("C087 a typed error")
  void whatIsNoTimeIsATypedError(String written) {
    assertThatExceptionOfType(UnreadableJsonException.class)
        .isThrownBy(() -> Customer.fromJson("{\"id\":\"c\",\"created_at\":\"" + written + "\"}"))
        .withMessage("expected a time as 2024-03-15T10:30:00Z, got another text at $.created_at");
  }

  @Test
  @DisplayName("C087 epoch milliseconds")
  void epochMillisecondsAreATypedError() {
    assertThatExceptionOfType(UnreadableJsonException.class)
        .isThrownBy(() -> Customer.fromJson("{\"id\":\"c\",\"created_at\":1710498600000}"))
        .withMessageContaining("$.created_at");
  }

  @Test
  void dateIsWrittenAsADate() {
    ApiKeyCreateParams params =
        ApiKeyCreateParams.builder()
            .name("n")
            .type(ApiKeyType.PRODUCTION)
            .expiration(LocalDate.of(2034, 1, 2))
            .build();
    assertThat(params.toJson()).contains("\"expiration\":\"2034-01-02\"");
  }
}
