package cloud.finfusion.examples.instances;

import cloud.finfusion.FinFusion;
import cloud.finfusion.error.LimitReachedException;
import cloud.finfusion.model.CustomerCreateParams;
import cloud.finfusion.model.CustomerUpdateParams;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.webhook.WebhookResponse;
import cloud.finfusion.webhook.Webhooks;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.LogManager;

/**
 * Two instances of a program and the Redis that they share: {@code mvn -q -Drun=two-instances}.
 * They are clients of one process here, and know nothing of each other but by Redis.
 */
public final class TwoInstances implements AutoCloseable {
  private static final String SECRET = "whsec_of_the_example";
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final PrintStream out;
  private final Sandbox sandbox = Sandbox.start();
  private final LocalRedis redis = LocalRedis.launch();
  private final List<String> handledBy = new ArrayList<>();
  private final Instance a = new Instance(redis.uri(), sandbox, SECRET, event -> handled("A"));
  private final Instance b = new Instance(redis.uri(), sandbox, SECRET, event -> handled("B"));

  private TwoInstances(PrintStream out) throws IOException {
    this.out = out;
  }

  /** Takes no arguments. */
  public static void main(String[] args) throws Exception {
    LogManager.getLogManager().reset(); // Lettuce tells each attempt to connect
    run(System.out);
    System.exit(0);
  }

  static void run(PrintStream out) throws Exception {
    try (TwoInstances both = new TwoInstances(out)) {
      until(() -> both.a.isSharing() && both.b.isSharing());
      both.share();
      both.redis.stop();
      out.println("\nRedis is stopped.");
      both.withoutRedis();
      both.redis.start();
      until(() -> both.a.isSharing() && both.b.isSharing());
      out.println("\nRedis is started again; nothing else is.");
      both.share();
    }
  }

  private void share() throws InterruptedException {
    String customer = newCustomer();
    out.println("Cache: B reads " + name(b, customer) + ". A changes the name to Grace.");
    rename(customer);
    until(() -> name(b, customer).equals("Grace"));
    out.println("       B reads Grace: what it cached was dropped.");
    out.println("Webhook: the same event to A and to B: " + deliver(customer) + ".");
    out.println("Plan of 10 at once: " + untilRefused() + ".");
  }

  private void withoutRedis() throws InterruptedException {
    out.println("Plan of 10 at once: " + untilRefused() + ", a quarter for each instance.");
    out.println("Webhook: an event to A and to B: " + deliver("while_down") + ".");
    until(() -> !a.isSharing() && !b.isSharing());
    out.println("Cache: not used, now that B cannot know what A changes.");
  }

  /** By a client that takes no permits. */
  private String newCustomer() {
    CustomerCreateParams ada =
        CustomerCreateParams.builder().name("Ada").email("ada@example.com").build();
    try (FinFusion other =
        FinFusion.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUri()).build()) {
      return other.customers().create(ada).id();
    }
  }

  private static String name(Instance instance, String customer) {
    return String.valueOf(instance.client().customers().retrieve(customer).name());
  }

  private void rename(String customer) {
    var unused =
        a.client()
            .customers()
            .update(customer, CustomerUpdateParams.builder().name("Grace").build());
  }

  /** Returns how many requests each instance could make, in turns. */
  private String untilRefused() throws InterruptedException {
    Thread.sleep(Instance.FULL_AGAIN.toMillis());
    int ofA = 0;
    int ofB = 0;
    while (isAllowed(a) && isAllowed(b)) {
      ofA++;
      ofB++;
    }
    return "A could make " + ofA + " requests, B " + ofB;
  }

  private static boolean isAllowed(Instance instance) {
    try {
      instance.client().ping();
      return true;
    } catch (LimitReachedException refused) {
      return false;
    }
  }

  /** Returns the responses of both instances, and which of them handled the event. */
  private String deliver(String id) {
    handledBy.clear();
    byte[] body =
        ("{\"id\":\"evt_" + id + "\",\"type\":\"payment.settled\",\"created\":1}")
            .getBytes(StandardCharsets.UTF_8);
    String responses = status(a, body) + " and " + status(b, body);
    return responses + ", handled " + (handledBy.isEmpty() ? "by neither" : "by " + handledBy);
  }

  private static int status(Instance instance, byte[] body) {
    long now = Instant.now().getEpochSecond();
    WebhookResponse response =
        instance
            .webhooks()
            .handle(
                body,
                Map.of(
                    "x-finfusion-signature", List.of(Webhooks.sign(body, now, SECRET)),
                    "x-finfusion-timestamp", List.of(Long.toString(now))));
    return response.status();
  }

  private void handled(String instance) {
    handledBy.add(instance);
  }

  private static void until(BooleanSupplier state) throws InterruptedException {
    long start = System.nanoTime();
    while (!state.getAsBoolean()) {
      if (System.nanoTime() - start > LONGEST_WAIT.toNanos()) {
        throw new IllegalStateException("expected another state within " + LONGEST_WAIT);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  @Override
  public void close() throws IOException {
    a.close();
    b.close();
    redis.close();
    sandbox.close();
  }
}
