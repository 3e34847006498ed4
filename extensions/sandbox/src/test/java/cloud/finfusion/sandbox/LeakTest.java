package cloud.finfusion.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.testing.Caller;
import cloud.finfusion.sandbox.testing.WebhookReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Closed sandboxes leave no thread, and no port. */
@Isolated("counts the threads of all sandboxes")
class LeakTest {
  @Test
  @DisplayName(
      "C208 a hundred starts and stops leave no thread and no port; all threads are daemons")
  void nothingIsLeftBehind() throws InterruptedException {
    Set<Thread> seen = new HashSet<>();
    Set<Integer> ports = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      try (Sandbox sandbox = Sandbox.start()) {
        ports.add(sandbox.baseUri().getPort());
        new Caller(sandbox).get("/v2/payments");
        Thread.getAllStackTraces().keySet().stream()
            .filter(LeakTest::isOfASandbox)
            .forEach(seen::add);
      }
    }

    for (Thread thread : seen) {
      thread.join(1_000);
    }
    assertThat(seen).isNotEmpty().allMatch(Thread::isDaemon).noneMatch(Thread::isAlive);
    assertThat(ports).isNotEmpty().noneMatch(LeakTest::isListenedAt);
  }

  @Test
  @DisplayName(
      "C208 twenty sandboxes that deliver events, in flight when they close, add no thread")
  void deliveriesLeaveNoThread() {
    CountDownLatch end = new CountDownLatch(1);
    try (WebhookReceiver hanging = WebhookReceiver.respondingWith(() -> hang(end))) {
      deliver(hanging);
      long before = httpClients();
      for (int i = 0; i < 20; i++) {
        deliver(hanging);
      }

      assertThat(httpClients()).isLessThanOrEqualTo(before); // others may be collected meanwhile
      end.countDown();
    }
  }

  private static void deliver(WebhookReceiver receiver) {
    int before = receiver.received().size();
    try (Sandbox sandbox = Sandbox.start()) {
      Caller caller = new Caller(sandbox);
      caller.create(
          "/v2/webhooks",
          "{\"url\": \"%s\", \"events\": [\"payment.succeeded\"]}".formatted(receiver.url()));
      caller.create("/v2/payments", Caller.CARD_PAYMENT);
      while (receiver.received().size() == before) {
        Thread.onSpinWait();
      }
    }
  }

  private static int hang(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 200;
  }

  private static long httpClients() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("HttpClient-.*-SelectorManager"))
        .count();
  }

  private static boolean isListenedAt(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }

  private static boolean isOfASandbox(Thread thread) {
    return thread.getName().startsWith("finfusion-sandbox");
  }
}
