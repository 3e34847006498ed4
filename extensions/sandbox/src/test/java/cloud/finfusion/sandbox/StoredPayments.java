package cloud.finfusion.sandbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sandbox with many payments, which two connections read and write; each method measures. */
final class StoredPayments implements AutoCloseable {
  private static final int CONNECTIONS = 2;
  private static final int KEPT_IDS = 1_000;
  private static final Pattern ID = Pattern.compile("\"(pay_\\w+)\"");

  private final Sandbox sandbox = Sandbox.start();
  private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
  private final List<KeptConnection> connections = new ArrayList<>();

  /** Of the first payments. */
  private final List<String> ids = new ArrayList<>();

  private int size;

  StoredPayments(int count) throws Exception {
    for (int i = 0; i < CONNECTIONS; i++) {
      connections.add(new KeptConnection(sandbox));
    }
    writeUntil(count);
  }

  int size() {
    return size;
  }

  double writeUntil(int count) throws Exception {
    int from = size;
    size = count;
    return perSecond(from, count, (connection, i) -> keepId(write(connection, i)));
  }

  double read(int count) throws Exception {
    return perSecond(
        0, count, (connection, i) -> connection.get("/v2/payments/" + ids.get(i % KEPT_IDS)));
  }

  double pages(int count) throws Exception {
    return perSecond(
        0, count, (connection, i) -> connection.get("/v2/payments?limit=10&status=succeeded"));
  }

  /** The keys are spread over all payments. */
  double byKey(int count) throws Exception {
    return perSecond(
        0,
        count,
        (connection, i) -> {
          long order = (long) i * size / count;
          idIn(connection.get("/v2/payments?idempotency_key=order-" + order));
        });
  }

  /** Each payment was charged once, and the first one is replayed. */
  void requireComplete() throws IOException {
    String replayed = idIn(write(connections.get(0), 0));
    int charged = sandbox.ledger().count(Ledger.Kind.CHARGE);
    if (charged != size || !ids.contains(replayed)) {
      throw new IllegalStateException(charged + " charges for " + size + " payments");
    }
  }

  private synchronized void keepId(String response) {
    if (ids.size() < KEPT_IDS) {
      ids.add(idIn(response));
    }
  }

  private static String write(KeptConnection connection, int i) throws IOException {
    return connection.post("/v2/payments", "order-" + i, payment(i));
  }

  private static String payment(int i) {
    return """
        {"amount": {"value": %d, "currency": "USD"}, "payment_method": {"type": "card",
          "card": {"number": "4242424242424242", "exp_month": 12, "exp_year": 2034, "cvc": "123"}},
         "metadata": {"order_id": "order_%d"}}"""
        .formatted(1_000 + i % 10_000, i);
  }

  private static String idIn(String response) {
    Matcher id = ID.matcher(response);
    if (!id.find()) {
      throw new IllegalStateException("There is no payment in " + response);
    }
    return id.group(1);
  }

  private double perSecond(int from, int end, Request request) throws Exception {
    long start = System.nanoTime();
    List<Future<?>> parts = new ArrayList<>();
    for (int part = 0; part < CONNECTIONS; part++) {
      int first = from + part;
      KeptConnection connection = connections.get(part);
      parts.add(
          threads.submit(
              () -> {
                for (int i = first; i < end; i += CONNECTIONS) {
                  request.send(connection, i);
                }
                return null;
              }));
    }
    for (Future<?> part : parts) {
      part.get();
    }
    return (end - from) * 1e9 / (System.nanoTime() - start);
  }

  @Override
  public void close() throws IOException {
    threads.shutdownNow();
    for (KeptConnection connection : connections) {
      connection.close();
    }
    sandbox.close();
  }

  /** Sends the request of a number. */
  private interface Request {
    void send(KeptConnection connection, int i) throws IOException;
  }
}
