package cloud.finfusion.verification.generators;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The accessors of models that tell nothing of their type, of which generation must tell. */
final class ObjectAccessors {
  private static final Pattern OBJECT =
      Pattern.compile("(java\\.util\\.List<)*(\\? extends )?(class )?java\\.lang\\.Object>*");

  private final GeneratorOutput written;
  private final List<String> unreported = new ArrayList<>();
  private long all;

  ObjectAccessors(GeneratorOutput written, Compilation compiled) {
    this.written = written;
    try (URLClassLoader classes = compiled.load()) {
      for (Map.Entry<String, GeneratorOutput.Named> each : written.byClass().entrySet()) {
        if (written.modelOf(each.getValue().name()).isPresent()) {
          check(
              each.getValue().name(), classes.loadClass("cloud.finfusion.model." + each.getKey()));
        }
      }
    } catch (IOException | ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void check(String schema, Class<?> model) {
    for (Method each : model.getDeclaredMethods()) {
      if (isAccessor(each) && OBJECT.matcher(each.getGenericReturnType().toString()).matches()) {
        all++;
        if (written.reports().stream().noneMatch(report -> tells(report, schema, each.getName()))) {
          unreported.add(
              "%s.%s(): %s, and generation did not say so"
                  .formatted(model.getSimpleName(), each.getName(), each.getGenericReturnType()));
        }
      }
    }
  }

  private static boolean isAccessor(Method method) {
    return Modifier.isPublic(method.getModifiers())
        && !Modifier.isStatic(method.getModifiers())
        && !method.isSynthetic()
        && method.getParameterCount() == 0;
  }

  /** {@code Payment.any_thing: Object, as no type is said} is of the accessor {@code anyThing}. */
  private static boolean tells(String report, String schema, String accessor) {
    String start = schema + ".";
    int end = report.indexOf(": ", start.length());
    return report.startsWith(start)
        && end > 0
        && plain(accessor).startsWith(plain(report.substring(start.length(), end)));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  long all() {
    return all;
  }

  List<String> unreported() {
    return unreported;
  }
}
