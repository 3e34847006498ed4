package cloud.finfusion.addition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call may not add is refused when its options are built; no value is ever shown. */
@SuppressWarnings("NullAway") // what callers without nullness checks can pass
class AddedNamesTest {
  private static void refused(UnaryOperator<CallOptions.Builder> change, String start) {
    CallOptions.Builder builder = change.apply(CallOptions.builder());
    assertThatThrownBy(builder::build)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith(start)
        .hasMessageNotContaining("CANARY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "authorization",
        "Idempotency-Key",
        "Host",
        "Content-Length",
        "Transfer-Encoding",
        "Connection",
        "Content-Type",
        "Content-Encoding",
        "User-Agent",
        "X-Request-Id",
        "X-REQUEST-ID",
        "Accept",
        "Accept-Encoding",
        "Proxy-Authorization",
        "TE",
        "Trailer",
        "Upgrade",
        "Expect",
        "Keep-Alive",
        "Proxy-Connection"
      })
  void aHeaderThatTheSdkOrHttpWrites(String name) {
    refused(
        builder -> builder.header(name, "CANARY"),
        "header " + name + ": the SDK or HTTP writes this header. Leave it out");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "a b", "a:b", ":path", "a\r\nb", "ä", "X-CANARY\n"})
  void aNameThatIsNoHeaders(@Nullable String name) {
    refused(builder -> builder.header(name, "CANARY"), "header: expected the name of a header");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        " CANARY",
        "CANARY ",
        "CANARY\r\nHost: evil",
        "CANARY\n",
        "CANARYä",
        "\0"
      })
  void aValueThatNoHeaderHolds(@Nullable String value) {
    refused(
        builder -> builder.header("X-A", value),
        "header X-A: expected ASCII characters without line breaks");
  }

  @Test
  void namesAndValuesOfParametersAndFieldsThatCannotBeSent() {
    refused(builder -> builder.queryParameter(" ", "CANARY"), "queryParameter: expected a name");
    refused(builder -> builder.queryParameter(null, "CANARY"), "queryParameter: expected a name");
    refused(builder -> builder.queryParameter("a", null), "queryParameter a: expected a value");
    refused(builder -> builder.queryParameter("a", "CANARY\uD800"), "queryParameter a: ");
    refused(builder -> builder.bodyField("", "CANARY"), "bodyField: expected a name");
    refused(builder -> builder.bodyField("\uDC00", "CANARY"), "bodyField: ");
    refused(builder -> builder.bodyField("a", "CANARY\uD800"), "bodyField a: ");
    refused(builder -> builder.bodyField("a", List.of("CANARY\uD800")), "bodyField a: ");
    refused(builder -> builder.bodyField("a", Double.NaN), "bodyField a: expected text, number");
    refused(builder -> builder.bodyField("a", new Object()), "bodyField a: expected text, number");
    refused(builder -> builder.bodyField("a", List.of(new StringBuilder())), "bodyField a[]: ");
    List<Object> circle = new ArrayList<>();
    circle.add(circle);
    refused(builder -> builder.bodyField("a", circle), "bodyField a[]");
  }

  @Test
  void whatIsAllowedIsKept() {
    CallOptions options =
        CallOptions.builder()
            .header("x-a", "0")
            .header("X-A", "1")
            .header("x-a", "2")
            .header("Cookie", "c")
            .queryParameter("q", "")
            .queryParameter("q", "line\nbreak")
            .bodyField("amount", new BigDecimal("1.50"))
            .build();

    assertThat(options.addsToRequest()).isTrue();
    assertThat(options.headers()).hasSize(2).containsEntry("X-A", "2").containsEntry("cookie", "c");
    assertThat(options.queryParameters()).isEqualTo(Map.of("q", List.of("", "line\nbreak")));
    assertThat(options.bodyFields()).isEqualTo(Map.of("amount", new BigDecimal("1.5")));
    assertThat(CallOptions.none().addsToRequest()).isFalse();
    assertThat(CallOptions.none().headers()).isEmpty();
  }

  @Test
  void noLaterChangeReachesBuiltOptions() {
    List<Object> list = new ArrayList<>(Arrays.asList("a", null));
    CallOptions.Builder builder = CallOptions.builder().bodyField("list", list).header("X-A", "1");
    CallOptions options = builder.build();
    list.clear();
    builder.header("X-B", "2");
    options.toBuilder().queryParameter("q", "1").bodyField("list", 1).build();

    assertThat(options.bodyFields()).isEqualTo(Map.of("list", Arrays.asList("a", null)));
    assertThat(options.headers()).containsOnlyKeys("X-A");
    assertThat(options.queryParameters()).isEmpty();
    assertThatThrownBy(() -> options.headers().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void theTextOfTheOptionsShowsNone() {
    CallOptions options =
        CallOptions.builder()
            .header("X-CANARY", "CANARY")
            .queryParameter("CANARY", "CANARY")
            .bodyField("CANARY", "CANARY")
            .build();

    assertThat(options.toString()).doesNotContain("CANARY");
  }
}
