package cloud.finfusion.sandbox.program;

import cloud.finfusion.sandbox.Plan;
import cloud.finfusion.sandbox.Sandbox;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a sandbox until the process is stopped. */
@Command(
    name = "finfusion-sandbox",
    sortOptions = false,
    description = {
      "Runs the FinFusion API on this machine, in memory, until the process is stopped.",
      "It prints the URL and the API key for a client.",
      ""
    },
    subcommands = TriggerCommand.class)
final class SandboxCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port to listen on; default: a free one.")
  private int port;

  @Option(
      names = "--api-key",
      paramLabel = "KEY",
      description = "The API key, which must begin with dev_; default: a random one.")
  private @Nullable String apiKey;

  @Option(
      names = "--plan",
      paramLabel = "PLAN",
      converter = PlanConverter.class,
      description = "The rate limit: standard or high-volume; default: none.")
  private @Nullable Plan plan;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Repeats random faults, and ids of resources; secrets stay random.")
  private @Nullable Long seed;

  @Option(
      names = "--faults",
      paramLabel = "FAULT=SHARE",
      split = ",",
      converter = FaultShare.Converter.class,
      description = {
        "Random faults, each with its share of the requests: 503=0.05,drop=0.01.",
        "A status 400 to 599; drop, reset: the connection, before the work;",
        "drop-after-work, reset-after-work, truncate: after it.",
        "Of one operation: payments.create:503=0.2."
      })
  private List<FaultShare> faults = List.of();

  @Option(
      names = "--oauth-client",
      paramLabel = "ID:SECRET",
      converter = OAuthClient.Converter.class,
      description = "A client that gets tokens; repeatable; default: any client gets them.")
  private List<OAuthClient> oauthClients = List.of();

  @Option(
      names = "--forward-to",
      paramLabel = "URL",
      converter = UrlConverter.class,
      description = "Sends all events there, signed with a secret that is printed at the start.")
  private @Nullable URI forwardTo;

  @Option(names = "--log", description = "Prints a line for each request, without secrets.")
  private boolean log;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "The address to listen on; default: ${DEFAULT-VALUE}.")
  private String host = "127.0.0.1";

  @Option(
      names = "--allow-remote",
      description = "Accepts any Host header and address, and sends events to other machines.")
  private boolean allowRemote;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Prints this text.")
  private boolean unusedHelp; // picocli itself prints the text

  @Override
  public Integer call() throws InterruptedException {
    try (Sandbox sandbox = builder().start()) {
      System.out.print(startText(sandbox));
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private Sandbox.Builder builder() {
    Sandbox.Builder builder = Sandbox.builder().port(port).host(host);
    Optional.ofNullable(apiKey).ifPresent(builder::apiKey);
    Optional.ofNullable(plan).ifPresent(builder::plan);
    Optional.ofNullable(seed).ifPresent(builder::seed);
    oauthClients.forEach(client -> builder.oauthClient(client.id(), client.secret()));
    if (log) {
      builder.requestLog(System.out::println);
    }
    return allowRemote ? builder.allowRemote() : builder;
  }

  private String startText(Sandbox sandbox) {
    StartText text = new StartText(sandbox);
    if (forwardTo != null) {
      text.forwarding(forwardTo, sandbox.webhooks().forwardTo(forwardTo));
    }
    if (!faults.isEmpty()) {
      long chosen = seed == null ? new SplittableRandom().nextInt(1, 1_000_000) : seed;
      FaultShare.inject(faults, sandbox.faults(), chosen);
      text.faults(faults, chosen);
    }
    return text.toString();
  }
}
