package cloud.finfusion.internal.log;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Keeps its lines. */
public final class RecordingLogger extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial")
  private final List<String> lines = new CopyOnWriteArrayList<>();

  @SuppressWarnings("serial")
  private final List<Map<String, String>> contexts = new CopyOnWriteArrayList<>();

  private Level level = Level.INFO;
  private boolean throwing;

  /** Lines of this level and above are kept from now on. */
  public void level(Level least) {
    level = least;
  }

  void thatThrows() {
    throwing = true;
  }

  /** All lines up to now, in order. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** The log's context of each line, in order. */
  public List<Map<String, String>> contexts() {
    return List.copyOf(contexts);
  }

  void clear() {
    contexts.clear();
    lines.clear();
  }

  private boolean writes(Level line) {
    return line.toInt() >= level.toInt();
  }

  @Override
  public boolean isTraceEnabled() {
    return writes(Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return writes(Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return writes(Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return writes(Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return writes(Level.ERROR);
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level line,
      @Nullable Marker marker,
      String message,
      Object @Nullable [] arguments,
      @Nullable Throwable failure) {
    if (throwing) {
      throw new IllegalStateException("the disk is full");
    }
    contexts.add(Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of()));
    lines.add(MessageFormatter.basicArrayFormat(message, arguments));
  }
}
