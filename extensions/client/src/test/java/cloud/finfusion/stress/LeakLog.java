package cloud.finfusion.stress;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import okhttp3.OkHttpClient;

/** Counts what OkHttp logs of connections that nobody gave back. */
final class LeakLog extends Handler implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(OkHttpClient.class.getName());

  private final AtomicInteger leaks = new AtomicInteger();

  LeakLog() {
    LOG.addHandler(this);
  }

  int leaks() {
    return leaks.get();
  }

  @Override
  public void publish(LogRecord entry) {
    if (String.valueOf(entry.getMessage()).contains("was leaked")) {
      leaks.incrementAndGet();
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOG.removeHandler(this);
  }
}
