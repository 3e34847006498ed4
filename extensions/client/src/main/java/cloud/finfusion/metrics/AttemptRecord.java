package cloud.finfusion.metrics;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that is over.
 *
 * @param operation the operation's name, as {@code payments.create}
 * @param number counts from 1
 * @param status the HTTP status; 0 if no response came
 * @param elapsed how long the attempt took on the wire, from the connection to the response's
 *     headers
 * @param errorType why no response came: {@code timeout}, {@code cancelled} if the call was ended
 *     meanwhile, or the simple name of the exception's class, as {@code ConnectException}; null if
 *     a response came
 * @param attributes what listeners keep of the call
 */
public record AttemptRecord(
    String operation,
    int number,
    int status,
    Duration elapsed,
    @Nullable String errorType,
    CallAttributes attributes) {
  private static final String[] STATUSES = statuses(); // made once, as each attempt has one

  private static String[] statuses() {
    String[] texts = new String[600];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = i < 100 ? "other" : String.valueOf(i);
    }
    texts[0] = "none";
    return texts;
  }

  /**
   * Returns the status as the value of a metric's tag: {@code 503}, {@code none} if no response
   * came, or {@code other} for a number that is no status of HTTP.
   */
  public String statusTag() {
    return status >= 0 && status < STATUSES.length ? STATUSES[status] : "other";
  }
}
