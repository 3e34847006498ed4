package cloud.finfusion.testing;

import cloud.finfusion.internal.log.RecordingLogger;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * What the SDK logs. Loggers are static, so a script runs in a class loader of its own, where SLF4J
 * is bound to this class: other tests neither see nor disturb it.
 */
public final class CapturedLog implements SLF4JServiceProvider {
  private static final RecordingLogger LOG = new RecordingLogger();
  private static final LogContexts CONTEXTS = new LogContexts();

  /** In the script: from now on TRACE too, else INFO and above. */
  public static void atTrace() {
    LOG.level(Level.TRACE);
  }

  /** In the script: the lines up to now. */
  public static List<String> lines() {
    return LOG.lines();
  }

  /** In the script: the log's contexts of all threads. */
  public static LogContexts contexts() {
    return CONTEXTS;
  }

  /** In the script: the log's context of each line up to now. */
  public static List<Map<String, String>> contextsOfLines() {
    return LOG.contexts();
  }

  /**
   * Runs a new instance of the script, a public class, in a class loader of its own; throws what it
   * throws.
   */
  public static void of(Class<? extends Runnable> script) throws Exception {
    try (URLClassLoader own =
        new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
      Object copy = own.loadClass(script.getName()).getDeclaredConstructor().newInstance();
      ((Runnable) copy).run();
    }
  }

  private static URL[] classPath() throws Exception {
    List<URL> places = new ArrayList<>();
    places.add(Objects.requireNonNull(CapturedLog.class.getResource("/captured-log/")));
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path place = Path.of(each);
      String name = place.getFileName().toString();
      if (!name.startsWith("slf4j-") || name.startsWith("slf4j-api")) { // no other binding
        places.add(place.toUri().toURL());
      }
    }
    return places.toArray(URL[]::new);
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return name -> LOG;
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return new BasicMarkerFactory();
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return CONTEXTS;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.0";
  }

  @Override
  public void initialize() {}
}
