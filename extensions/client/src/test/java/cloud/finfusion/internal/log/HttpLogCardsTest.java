package cloud.finfusion.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okio.ByteString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The HTTP log redacts the numbers of all kinds of cards, wherever one stands, and no others. */
class HttpLogCardsTest {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");
  private static final Pattern FOURS = Pattern.compile("\\d{1,4}");

  private static String json(String body) {
    return HttpLogFormat.body(JSON, ByteString.encodeUtf8(body), SensitiveFields.KNOWN);
  }

  private static String form(String body) {
    return HttpLogFormat.body(FORM, ByteString.encodeUtf8(body), SensitiveFields.KNOWN);
  }

  private static String url(String path) {
    return HttpLogFormat.url(HttpUrl.get("https://a.example/v2/" + path), SensitiveFields.KNOWN);
  }

  private static String headers(String name, String value) {
    return HttpLogFormat.headers(Headers.of(name, value));
  }

  private static String grouped(String card, String separator) {
    Matcher fours = FOURS.matcher(card);
    return fours.replaceAll("$0" + separator).replaceFirst(separator + "$", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4222222222222", // Visa, 13 digits
        "4111111111111111", // Visa, 16
        "4917610000000000003", // Visa, 19
        "5555555555554444", // Mastercard
        "378282246310005", // American Express, 15
        "30569309025904", // Diners Club, 14
        "501800000009", // Maestro, 12
        "6759649826438453", // Maestro, 16
        "3530111333300000", // JCB
        "6011111111111117", // Discover
        "6200000000000005", // UnionPay, 16
        "6205500000000000004", // UnionPay, 19
        "4860780316486549016" // 19 digits, of which no fewer are a number of a card
      })
  void aCardIsRedactedWhereverItStands(String card) {
    assertThat(json("{\"note\":\"" + card + "\"}")).isEqualTo("{\"note\":\"***\"}");
    assertThat(json("{\"note\":" + card + "}")).isEqualTo("{\"note\":\"***\"}");
    assertThat(json("[\"card " + card + " declined\"]")).isEqualTo("[\"card *** declined\"]");
    assertThat(json("{\"" + card + "\":true}")).isEqualTo("{\"***\":true}");
    assertThat(json("[\"" + grouped(card, " ") + "\"]")).isEqualTo("[\"***\"]");
    assertThat(json("[\"" + grouped(card, "-") + "\"]")).isEqualTo("[\"***\"]");
    assertThat(form("a=" + card + "&b=2")).isEqualTo("a=***&b=2");
    assertThat(url("cards/" + card + "?q=" + card)).isEqualTo("/v2/cards/***?q=***");
    assertThat(headers("X-Request-Id", card)).isEqualTo("{X-Request-Id=***}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4111111111111111", "501800000009", "378282246310005"})
  void aCardIsRedactedThoughOtherNumbersStandBesideIt(String card) {
    for (String text :
        List.of("2024-10-02 1030 " + card, card + " 2034-03-15", "7 " + card + " 7")) {
      assertThat(json("[\"" + text + "\"]")).contains("***").doesNotContain(card);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "41111111112", // 11 digits with a check digit
        "19712693284684783955", // 20 digits with one, and none within
        "63112006662992881365",
        "4111111111111114", // another check digit than a card has
        "378282246310006",
        "6011111111111114",
        "501800000004",
        "1700000000000" // a time in milliseconds
      })
  void aNumberThatIsNoCardIsShown(String number) {
    assertThat(json("{\"a\":\"" + number + "\",\"b\":" + number + "}"))
        .isEqualTo("{\"a\":\"" + number + "\",\"b\":" + number + "}");
    assertThat(url("reports/" + number)).isEqualTo("/v2/reports/" + number);
  }
}
