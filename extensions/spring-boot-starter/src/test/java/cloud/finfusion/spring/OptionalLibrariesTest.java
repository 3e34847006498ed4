package cloud.finfusion.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The starter works without each of the libraries that it uses where they are. Alone, because a
 * class loader that is closed closes jars that the JVM shares, and others' streams from them.
 */
@Isolated
class OptionalLibrariesTest {
  private static final String MONITORING = "actuat|micrometer|opentelemetry|spring-boot-health";

  /** An application whose only clients are those of the starter. */
  public static final class Bare implements Callable<String> {
    @EnableAutoConfiguration
    static class Auto {}

    @Override
    public String call() {
      try (ConfigurableApplicationContext context =
          new SpringApplicationBuilder(Auto.class)
              .web(WebApplicationType.NONE)
              .registerShutdownHook(false)
              .run(
                  "--finfusion.api-key=dev_0123456789",
                  "--finfusion.clients.eu.api-key=dev_eu12345678")) {
        return context.getBean("finFusion").toString();
      } catch (RuntimeException failure) {
        return failure.toString();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        MONITORING + "|web|servlet|tomcat|sandbox|junit|spring-test|spring-boot-test",
        "(finfusion-|extensions/)(micrometer|opentelemetry|sandbox|servlet)"
      })
  void anApplicationStartsWithout(String libraries) throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader classes = new URLClassLoader(jarsWithout(libraries), platform())) {
      Thread.currentThread().setContextClassLoader(classes);

      Object started =
          ((Callable<?>)
                  classes.loadClass(Bare.class.getName()).getDeclaredConstructor().newInstance())
              .call();

      assertThat(started.toString()).startsWith("FinFusion{https://api.finfusion.cloud/");
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static ClassLoader platform() {
    return ClassLoader.getPlatformClassLoader();
  }

  private static URL[] jarsWithout(String libraries) throws MalformedURLException {
    Pattern left = Pattern.compile(".*/[^/]*(" + libraries + ")[^/]*(\\.jar|/target/classes)");
    List<String> all =
        Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
    List<String> kept = all.stream().filter(each -> !left.matcher(each).matches()).toList();
    assertThat(kept).hasSizeLessThan(all.size());
    URL[] urls = new URL[kept.size()];
    for (int i = 0; i < urls.length; i++) {
      URI uri = new File(kept.get(i)).toURI();
      urls[i] = uri.toURL();
    }
    return urls;
  }
}
