package cloud.finfusion.sandbox;

import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The bytes of the objects that live. The used part of the heap is up to half a megabyte more,
 * since it counts regions that are not full, and what other threads have allocated since the
 * collection.
 */
final class LiveBytes {
  private static final Pattern TOTAL = Pattern.compile("Total\\s+[0-9]+\\s+([0-9]+)");

  private LiveBytes() {}

  /** Collects, and reads the last line of the JVM's histogram. */
  static long now() {
    Matcher total = TOTAL.matcher(histogram());
    if (!total.find()) {
      throw new IllegalStateException("The histogram has no total");
    }
    return Long.parseLong(total.group(1));
  }

  private static String histogram() {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
    } catch (JMException e) {
      throw new IllegalStateException("This JVM has no histogram of its heap", e);
    }
  }
}
