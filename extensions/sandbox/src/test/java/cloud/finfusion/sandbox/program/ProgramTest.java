package cloud.finfusion.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import cloud.finfusion.sandbox.testing.Hmac;
import cloud.finfusion.sandbox.testing.WebhookReceiver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program runs as a process: it says how to use it, does what its options say, and ends. */
@Execution(ExecutionMode.SAME_THREAD)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
@Tag("slow") // starts programs
class ProgramTest {
  private static final Pattern STARTED =
      Pattern.compile(
          "Sandbox at (http://127\\.0\\.0\\.1:(\\d+)), API key (dev_\\w+), console at \\1/");

  @Test
  void helpEndsWith0() throws Exception {
    try (RunningProgram program = RunningProgram.start("--help")) {
      assertThat(program.exitCode()).isZero();
      assertThat(program.remaining()).first().asString().startsWith("Usage: finfusion-sandbox ");
      assertThat(program.errors()).isEmpty();
    }
  }

  @Test
  void anUnknownOptionEndsWith2() throws Exception {
    try (RunningProgram program = RunningProgram.start("--prot", "1")) {
      assertThat(program.exitCode()).isEqualTo(2);
      assertThat(program.errors())
          .containsExactly("Unknown option --prot; --help lists the options.");
      assertThat(program.remaining()).isEmpty();
    }
  }

  @Test
  void aTakenPortEndsWith1() throws Exception {
    try (Sandbox first = Sandbox.start();
        RunningProgram program =
            RunningProgram.start("--port", String.valueOf(first.baseUri().getPort()))) {
      assertThat(program.exitCode()).isEqualTo(1);
      assertThat(program.errors())
          .singleElement()
          .asString()
          .startsWith("Cannot listen on 127.0.0.1:" + first.baseUri().getPort())
          .contains(". Choose another port;")
          .doesNotContain("Failed to bind");
      assertThat(program.remaining()).isEmpty();
    }
  }

  @Test
  void theCurlLineWorksAndIsLoggedWithoutTheCard() throws Exception {
    try (RunningProgram program = RunningProgram.start("--log")) {
      program.line();
      String curl = program.line();
      assertThat(curl).startsWith("Try: curl http://127.0.0.1:");

      String response = shell(curl.substring("Try: ".length()));

      assertThat(Caller.json(response).path("status").asText()).isEqualTo("succeeded");
      assertThat(program.line()).matches("POST /v2/payments 200 no-key \\d+ ms");
    }
  }

  @Test
  void sigtermEndsItWith143AndFreesThePort() throws Exception {
    try (RunningProgram program = RunningProgram.start()) {
      int port = Integer.parseInt(started(program).group(2));

      program.terminate();

      assertThat(program.exitCode()).isEqualTo(143);
      assertThat(program.errors()).isEmpty();
      try (Sandbox next = Sandbox.builder().port(port).start()) {
        assertThat(next.baseUri().getPort()).isEqualTo(port);
      }
    }
  }

  @Test
  void sigintEndsItWith130() throws Exception {
    try (RunningProgram program = RunningProgram.start()) {
      started(program);
      assumeTrue(takesSigint(program.pid()), "SIGINT is ignored by whoever started the tests");

      shell("kill -INT " + program.pid());

      assertThat(program.exitCode()).isEqualTo(130);
      assertThat(program.errors()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"payment.disputed, payment.succeeded", "card.transaction, card.created"})
  void aTriggeredEventIsForwardedAndSigned(String type, String first) throws Exception {
    try (WebhookReceiver receiver = WebhookReceiver.respondingWith(() -> 200);
        RunningProgram program = RunningProgram.start("--forward-to", receiver.url())) {
      String port = started(program).group(2);
      program.line();
      String forwarding = program.line();
      String start = "Events are sent to " + receiver.url() + ", signed with whsec_";
      assertThat(forwarding).startsWith(start);
      String secret = forwarding.substring(start.length() - "whsec_".length());

      try (RunningProgram trigger = RunningProgram.start("trigger", type, "--port", port)) {
        assertThat(trigger.exitCode()).isZero();
        assertThat(trigger.remaining()).singleElement().asString().startsWith(type + ": ");
      }
      WebhookReceiver.Received received = await(receiver, type);

      assertThat(received.signature()).isEqualTo(Hmac.of(secret, received));
      assertThat(types(receiver)).startsWith(first).endsWith(type);
    }
  }

  @Test
  void triggeringSaysWhatIsWrong() throws Exception {
    String url;
    try (Sandbox sandbox = Sandbox.start()) {
      url = sandbox.baseUri().toString();

      assertThat(triggering("payment.lost", "--url", url))
          .isEqualTo(
              "2 [The event to trigger is one of payment.succeeded, payment.failed, payment.refunded,"
                  + " payment.disputed, account.created, account.updated, transfer.succeeded,"
                  + " transfer.failed, card.created, card.activated, card.blocked, card.transaction.]");
      assertThat(triggering("payment.disputed", "pay_none", "--url", url))
          .startsWith("2 [The simulation is not possible: ");
    }
    assertThat(triggering("payment.disputed", "--url", url))
        .isEqualTo(
            "1 [No sandbox responds at " + url + "/. Start one, or name its --port or --url.]");
  }

  @Test
  void aSeedRepeatsFaultsAndIds() throws Exception {
    List<String> first = payments("--seed", "7", "--faults", "503=0.5");

    assertThat(first).isEqualTo(payments("--seed", "7", "--faults", "503=0.5"));
    assertThat(first).contains("503").anyMatch(each -> each.startsWith("pay_"));
  }

  @Test
  void planKeyAndClientsAreSet() throws Exception {
    try (RunningProgram program =
        RunningProgram.start(
            "--api-key", "dev_mine", "--plan", "high-volume", "--oauth-client", "shop:a:b")) {
      MatchResult started = started(program);
      URI base = URI.create(started.group(1));

      assertThat(started.group(3)).isEqualTo("dev_mine");
      assertThat(pay(base, "dev_mine").headers().firstValue("X-RateLimit-Limit")).hasValue("1000");
      assertThat(token(base, "a:b")).isEqualTo(200);
      assertThat(token(base, "other")).isEqualTo(401);
    }
  }

  private static MatchResult started(RunningProgram program) throws InterruptedException {
    Matcher line = STARTED.matcher(program.line());
    assertThat(line.matches()).isTrue();
    return line.toMatchResult();
  }

  /** The exit code and what was complained. */
  private static String triggering(String... args) throws Exception {
    List<String> words = new ArrayList<>(List.of("trigger"));
    words.addAll(List.of(args));
    try (RunningProgram trigger = RunningProgram.start(words.toArray(new String[0]))) {
      return trigger.exitCode() + " " + trigger.errors();
    }
  }

  /** The ids of ten payments, or the status of those that failed. */
  private static List<String> payments(String... args) throws Exception {
    List<String> results = new ArrayList<>();
    try (RunningProgram program = RunningProgram.start(args)) {
      MatchResult started = started(program);
      for (int i = 0; i < 10; i++) {
        HttpResponse<String> response = pay(URI.create(started.group(1)), started.group(3));
        int status = response.statusCode();
        results.add(
            status == 200 ? Caller.json(response).path("id").asText() : String.valueOf(status));
      }
    }
    return results;
  }

  private static HttpResponse<String> pay(URI base, String key) {
    return Caller.send(
        HttpRequest.newBuilder(base.resolve("/v2/payments"))
            .header("Authorization", "Bearer " + key)
            .POST(BodyPublishers.ofString(Caller.CARD_PAYMENT)));
  }

  private static int token(URI base, String secret) {
    String form = "grant_type=client_credentials&client_id=shop&client_secret=" + secret;
    return Caller.send(
            HttpRequest.newBuilder(base.resolve("/oauth/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)))
        .statusCode();
  }

  private static WebhookReceiver.Received await(WebhookReceiver receiver, String type) {
    while (!types(receiver).contains(type)) {
      Thread.onSpinWait();
    }
    return receiver.received().get(types(receiver).indexOf(type));
  }

  private static List<String> types(WebhookReceiver receiver) {
    return receiver.received().stream()
        .map(each -> Caller.json(each.body()).path("type").asText())
        .toList();
  }

  /** Whether a process on Linux does not ignore the signal, as one in the background may. */
  private static boolean takesSigint(long pid) throws IOException {
    Path status = Path.of("/proc", String.valueOf(pid), "status");
    if (!Files.exists(status)) {
      return Files.exists(Path.of("/bin/sh"));
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
        .noneMatch(ignored -> (ignored & 2) != 0);
  }

  private static String shell(String command) throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/bin/sh")), "there is no shell");
    Process shell =
        new ProcessBuilder("/bin/sh", "-c", command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assumeTrue(shell.waitFor() != 127, "there is no such command");
    return printed;
  }
}
