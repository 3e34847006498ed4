package cloud.finfusion.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.testing.Caller;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The README's code is the code of this class, so it compiles, and it runs. */
class ReadmeCodeTest {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern SPACE_OR_COMMENT = Pattern.compile("//.*|\\s+");
  private static final Path SOURCE =
      Path.of("src/test/java/cloud/finfusion/sandbox/ReadmeCodeTest.java");

  @Test
  void everyBlockOfCodeIsInThisClass() throws IOException {
    String source = code(Files.readString(SOURCE));

    assertThat(BLOCK.matcher(Files.readString(Path.of("README.md"))).results())
        .hasSize(3)
        .allSatisfy(block -> assertThat(source).contains(code(block.group(1))));
  }

  @Test
  void theCustomerDisputesWhenTheClockIsAdvanced() {
    List<String> statuses;
    VirtualClock clock = VirtualClock.at(Instant.parse("2030-01-01T00:00:00Z"));
    try (Sandbox sandbox = Sandbox.builder().clock(clock).start()) {
      pay(sandbox, TestCards.DISPUTED);
      clock.advance(Duration.ofHours(1)); // the customer disputes the payment
      statuses = new Caller(sandbox).list("/v2/payments", "status");
    }

    assertThat(statuses).containsExactly("disputed");
  }

  @Test
  void aProgramIsSentEventsAndFaults() {
    try (Sandbox sandbox = Sandbox.builder().seed(42).requestLog(System.out::println).start()) {
      sandbox.faults().randomly(42).status(0.05, 503).dropAfterWork(0.01);
      String secret = sandbox.webhooks().forwardTo(URI.create("http://127.0.0.1:8080/webhooks"));
      assertThat(secret).startsWith("whsec_");
    }
  }

  @Test
  void rulesDecideForAllRequests() {
    try (Sandbox sandbox = Sandbox.start()) {
      sandbox.failing(503).times(2); // the next two requests, whatever their operation
      sandbox.failing(500).on("payments.retrieve"); // all of this operation
      sandbox.rateLimitedAfter(10); // ten requests pass, later ones are RATE001
      sandbox.declines(TestCards.INSUFFICIENT_FUNDS); // all payments, whatever they pay with

      Caller caller = new Caller(sandbox);
      List<Integer> statuses =
          IntStream.range(0, 14).mapToObj(i -> caller.get("/v2/payments").statusCode()).toList();

      assertThat(statuses).startsWith(503, 503, 200).endsWith(200, 429, 429);
    }
  }

  /** As a program under test does. */
  private static void pay(Sandbox sandbox, String card) {
    new Caller(sandbox).create("/v2/payments", Caller.payment(1000, card));
  }

  private static String code(String text) {
    return SPACE_OR_COMMENT.matcher(text).replaceAll("");
  }
}
