package cloud.finfusion.micrometer;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The SDK's warnings while it is open, those of tests beside it too. */
final class Warnings extends Handler implements AutoCloseable {
  private static final Logger LOGGER = Logger.getLogger("cloud.finfusion");

  private final List<String> lines = new CopyOnWriteArrayList<>();

  Warnings() {
    LOGGER.addHandler(this);
  }

  List<String> containing(String text) {
    return lines.stream().filter(each -> each.contains(text)).toList();
  }

  @Override
  public void publish(LogRecord line) {
    if (line.getLevel().equals(Level.WARNING)) {
      lines.add(new SimpleFormatter().formatMessage(line));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOGGER.removeHandler(this);
  }
}
