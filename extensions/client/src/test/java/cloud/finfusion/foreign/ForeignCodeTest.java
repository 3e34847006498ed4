package cloud.finfusion.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.CapturedLog;
import cloud.finfusion.testing.Thrown;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the code of a caller throws, wherever it runs: no outcome changes, no permit is lost, no
 * thread is interrupted, and nothing of the message is shown.
 */
@Tag("slow") // all types that users implement, with all that they may throw
class ForeignCodeTest {
  private static final List<List<ForeignRow>> AREAS =
      List.of(
          ForeignListeners.rows(),
          ForeignMetrics.rows(),
          ForeignCredentials.rows(),
          ForeignPermits.rows(),
          ForeignSharing.rows(),
          ForeignBaseClients.rows(),
          ForeignSecureClients.rows(),
          ForeignWebhooks.rows(),
          ForeignRuns.rows(),
          ForeignResults.rows(),
          ForeignFiles.rows());

  /** Of no call: made by the SDK, or asked by the caller himself, or looked at part by part. */
  private static final Set<String> NOT_CALLED =
      Set.of(
          "AsyncPages.first",
          "AsyncPages.forEach",
          "AsyncPages.forEachPage",
          "AsyncPages.from",
          "AsyncPages.limit",
          "AsyncPages.prefetch",
          "AsyncPages.publisher",
          "BatchItem.Failed.<init>(RuntimeException)",
          "BatchItem.Unknown.<init>(RuntimeException)",
          "BulkRun.cancel",
          "BulkRun.progress",
          "BulkRun.run",
          "Cache.invalidate",
          "Cache.statistics",
          "CheckpointException.<init>(Throwable)",
          "FinFusion.Builder.httpClient(OkHttpClient)",
          "FinFusion.withOptions(Consumer)", // on the thread that asks, which gets what it throws
          "MonitoredClient.detailed",
          "MonitoredClient.name",
          "MonitoredClient.state",
          "OkHttpClient.Builder.eventListener(EventListener)", // EventListenersTest
          "Pages.from",
          "Pages.iterator",
          "Pages.limit",
          "Pages.pages",
          "Pages.prefetch",
          "Pages.stream",
          "Paging.thenApply(CompletableFuture)",
          "PermitSource.account",
          "PermitSource.degraded",
          "PermitSource.remaining",
          "PermitSource.retryAfter",
          "Runs.batch",
          "Runs.batchAsync",
          "Runs.bulk",
          "Runs.waitUntil",
          "Runs.waitUntilAsync",
          "SharedInvalidation.Listener.changesMissed",
          "SharedInvalidation.Listener.familyChanged",
          "SharedInvalidation.Listener.invalidated",
          "SignatureScheme.header",
          "Transport.api",
          "Transport.cached",
          "Transport.enqueue",
          "Transport.enqueue(Call)", // refuses calls that are not its own
          "Transport.execute",
          "Transport.download",
          "Transport.download(Call)",
          "Transport.downloadAsync",
          "Transport.downloadAsync(Call)",
          "Transport.execute(Call)",
          "Transport.read",
          "Transport.readAsync",
          "Transport.runs",
          "Upload.writeTo(BufferedSink)",
          "WebhookHttpHandler.handle(HttpExchange)",
          "Webhooks.constructEvent",
          "Webhooks.eventsSince",
          "Webhooks.handler",
          "Webhooks.verifySignature");

  /** Not ours to list: Retrofit's, the JDK's, and what every object has. */
  private static final Set<String> OF_OTHERS =
      Set.of("Callback.onResponse", "Callback.onFailure", "CompletableFuture");

  @ParameterizedTest
  @ValueSource(
      classes = {
        Listeners.class,
        Reporters.class,
        Credentials.class,
        PermitSources.class,
        Sharing.class,
        BaseClient.class,
        SecureClient.class,
        ReceivedWebhooks.class,
        Runs.class,
        Results.class,
        Files.class
      })
  void nothingThatACallersCodeThrowsChangesACall(Class<? extends Runnable> area) throws Exception {
    CapturedLog.of(area);
  }

  /** The listeners. */
  public static final class Listeners implements Runnable {
    @Override
    public void run() {
      checked(ForeignListeners.rows());
    }
  }

  /** Reporters of metrics, and callbacks of alerts. */
  public static final class Reporters implements Runnable {
    @Override
    public void run() {
      checked(ForeignMetrics.rows());
    }
  }

  /** Credentials. */
  public static final class Credentials implements Runnable {
    @Override
    public void run() {
      checked(ForeignCredentials.rows());
    }
  }

  /** Sources of permits. */
  public static final class PermitSources implements Runnable {
    @Override
    public void run() {
      checked(ForeignPermits.rows());
    }
  }

  /** Invalidation shared with other instances. */
  public static final class Sharing implements Runnable {
    @Override
    public void run() {
      checked(ForeignSharing.rows());
    }
  }

  /** A caller's own HTTP client. */
  public static final class BaseClient implements Runnable {
    @Override
    public void run() {
      checked(ForeignBaseClients.rows());
    }
  }

  /** The same, by TLS. */
  public static final class SecureClient implements Runnable {
    @Override
    public void run() {
      checked(ForeignSecureClients.rows());
    }
  }

  /** Webhooks. */
  public static final class ReceivedWebhooks implements Runnable {
    @Override
    public void run() {
      checked(ForeignWebhooks.rows());
    }
  }

  /** Batches and bulk runs. */
  public static final class Runs implements Runnable {
    @Override
    public void run() {
      checked(ForeignRuns.rows());
    }
  }

  /** Results of calls. */
  public static final class Results implements Runnable {
    @Override
    public void run() {
      checked(ForeignResults.rows());
    }
  }

  /** Files that are sent and received. */
  public static final class Files implements Runnable {
    @Override
    public void run() {
      checked(ForeignFiles.rows());
    }
  }

  @Test
  void everyPlaceWhereACallersCodeMayRunHasItsRow() {
    Set<String> rows = new TreeSet<>(NOT_CALLED);
    AREAS.forEach(area -> area.forEach(row -> rows.add(row.place())));
    rows.removeIf(place -> place.contains(", ") || OF_OTHERS.contains(place));

    assertThat(rows).containsExactlyElementsOf(ForeignTypes.all());
  }

  private static void checked(List<ForeignRow> rows) {
    CapturedLog.atTrace();
    List<String> wrong = new ArrayList<>();
    for (ForeignRow row : rows) {
      for (BlockingOrAsync mode : BlockingOrAsync.values()) {
        try {
          row.check(mode);
        } catch (Throwable failure) {
          wrong.add(row.place() + " " + mode + ": " + failure);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(CapturedLog.lines()).noneMatch(line -> line.contains(Thrown.TEXT));
  }
}
