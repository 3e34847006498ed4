package cloud.finfusion.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.Refund;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The README's code is the code of this class, so it compiles. */
class ReadmeCodeTest {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SPACE_OR_COMMENT = Pattern.compile("//.*|\\s+");
  private static final Path SOURCE =
      Path.of("src/test/java/cloud/finfusion/opentelemetry/ReadmeCodeTest.java");

  private static FinFusion traced(OpenTelemetry openTelemetry, String key) {
    FinFusion client =
        FinFusion.builder().apiKey(key).listener(TracingListener.of(openTelemetry)).build();
    return client;
  }

  private static CompletableFuture<Refund> refunded(
      CompletableFuture<Payment> payment, Function<Payment, CompletableFuture<Refund>> refunds) {
    CompletableFuture<Refund> refund =
        payment.thenCompose(Context.current().wrapFunction(paid -> refunds.apply(paid)));
    return refund;
  }

  private static String code(String text) {
    return SPACE_OR_COMMENT.matcher(text).replaceAll("");
  }

  @Test
  void everyBlockOfCodeIsInThisClass() throws IOException {
    String source = code(Files.readString(SOURCE));

    assertThat(BLOCK.matcher(Files.readString(Path.of("README.md"))).results())
        .hasSize(2)
        .allSatisfy(block -> assertThat(source).contains(code(block.group(1))));
  }

  @Test
  void theCodeTraces() throws Exception {
    try (RecordedSpans spans = new RecordedSpans()) {
      FinFusion client = traced(spans.telemetry(), "dev_0123456789abcdef");
      client.close();
      assertThatThrownBy(() -> client.payments().retrieve("pay_1"))
          .isInstanceOf(IllegalStateException.class); // nothing is sent

      assertThat(spans.ended()).extracting(SpanData::getName).containsExactly("payments.retrieve");
    }
  }

  @Test
  void aStageHasTheSpanOfTheCaller() {
    ContextKey<String> key = ContextKey.named("span");
    CompletableFuture<Payment> payment = new CompletableFuture<>();
    AtomicReference<@Nullable String> seen = new AtomicReference<>();
    CompletableFuture<Refund> refund;
    try (Scope scope = Context.current().with(key, "caller").makeCurrent()) {
      assertThat(scope).isNotNull();
      refund =
          refunded(
              payment,
              paid -> {
                seen.set(Context.current().get(key));
                return new CompletableFuture<>();
              });
    }

    payment.complete(null);

    assertThat(seen).hasValue("caller");
    assertThat(refund).isNotDone();
  }
}
