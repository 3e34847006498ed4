package cloud.finfusion.verification.consumers.program;

import java.net.URL;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The libraries that the JVM found first on the class path. */
final class Found {
  private static final Map<String, String> CLASSES =
      new TreeMap<>(
          Map.of(
              "gson", "com.google.gson.Gson",
              "caffeine", "com.github.benmanes.caffeine.cache.Caffeine",
              "kotlin", "kotlin.Unit",
              "okhttp", "okhttp3.OkHttpClient",
              "okio", "okio.Okio",
              "retrofit", "retrofit2.Retrofit",
              "slf4j", "org.slf4j.LoggerFactory"));

  private static final Pattern VERSION = Pattern.compile("-(\\d[^/]*)\\.jar$");

  private Found() {}

  static void print() {
    CLASSES.forEach((library, type) -> System.out.println("found." + library + "=" + jar(type)));
  }

  /** The version in the name of its jar; a dash if the class path has no such jar. */
  private static String jar(String type) {
    try {
      URL jar =
          Class.forName(type, false, Found.class.getClassLoader())
              .getProtectionDomain()
              .getCodeSource()
              .getLocation();
      Matcher version = VERSION.matcher(jar.getPath());
      return version.find() ? version.group(1) : "–";
    } catch (ClassNotFoundException absent) {
      return "–";
    }
  }
}
