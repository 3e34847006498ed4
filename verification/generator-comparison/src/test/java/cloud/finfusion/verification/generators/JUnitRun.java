package cloud.finfusion.verification.generators;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.IOException;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs tests that were compiled a moment ago, in a class loader that has all they need. */
public final class JUnitRun {
  private JUnitRun() {}

  /**
   * The tests of a package and those below, and why they failed: {@code
   * shop.OrdersWireTest$ListTest.aSecondReadIsSent[1]} and a sentence, empty for a success.
   */
  @SuppressWarnings("unchecked") // of a class in another class loader
  static Map<String, String> of(String name, Compilation compiled)
      throws ReflectiveOperationException, IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = compiled.load()) {
      thread.setContextClassLoader(loader);
      return (Map<String, String>)
          loader
              .loadClass(JUnitRun.class.getName())
              .getMethod("run", String.class)
              .invoke(null, name);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** The same with the classes of this class's loader. */
  public static Map<String, String> run(String name) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectPackage(name))
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
            .build();
    Ends ends = new Ends();
    LauncherFactory.create().execute(request, ends);
    return new TreeMap<>(ends.byTest);
  }

  private static final class Ends implements TestExecutionListener {
    private final Map<String, String> byTest = new ConcurrentSkipListMap<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      String why = result.getThrowable().map(String::valueOf).orElse("");
      if (test.isTest() || !why.isEmpty()) {
        byTest.put(name(test), why.replaceAll("\\s+", " "));
      }
    }

    private static String name(TestIdentifier test) {
      String id = test.getUniqueIdObject().getLastSegment().getValue().replaceFirst("#", "");
      return test.getSource()
          .filter(MethodSource.class::isInstance)
          .map(MethodSource.class::cast)
          .map(method -> method.getClassName() + "." + method.getMethodName() + " " + id)
          .orElse(test.getDisplayName());
    }
  }
}
