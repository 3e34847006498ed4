package cloud.finfusion.foreign;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/**
 * Finds where code of a caller's may run: the methods of exported interfaces, and the exported
 * methods that are given an object whose class the caller may write.
 */
final class ForeignTypes {
  private static final String ROOT = "cloud.finfusion";

  /** Objects that are asked for values only, before a call or by the JDK. */
  private static final Set<Class<?>> VALUES =
      Set.of(
          Collection.class,
          List.class,
          Map.class,
          Iterable.class,
          Path.class,
          KeyStore.class,
          java.net.Proxy.class,
          Object.class,
          Comparable.class,
          CharSequence.class);

  private ForeignTypes() {}

  static Set<String> all() {
    Set<String> places = new TreeSet<>();
    exported().forEach(each -> places(each).forEach(places::add));
    parts(OkHttpClient.Builder.class).forEach(places::add);
    return places;
  }

  /** All but errors and what is generated of the specification, which the SDK makes. */
  private static Stream<JavaClass> exported() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT)
            .stream()
            .filter(
                each ->
                    !each.getPackageName()
                        .matches(ROOT + "\\.(internal|model|api|runtime|error|sandbox|spec)\\b.*"))
            .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC));
  }

  private static Stream<String> places(JavaClass type) {
    return type.getCodeUnits().stream()
        .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(each -> !each.getModifiers().contains(JavaModifier.SYNTHETIC))
        .flatMap(each -> Stream.concat(implementable(type, each), given(type, each)));
  }

  private static Stream<String> implementable(JavaClass type, JavaCodeUnit method) {
    boolean callers =
        type.isInterface()
            && !type.isAnnotation()
            && !method.getModifiers().contains(JavaModifier.STATIC);
    return callers ? Stream.of(name(type.reflect()) + "." + method.getName()) : Stream.of();
  }

  private static Stream<String> given(JavaClass type, JavaCodeUnit method) {
    return method.getRawParameterTypes().stream()
        .map(JavaClass::reflect)
        .filter(ForeignTypes::isWrittenByCallers)
        .map(each -> name(type.reflect()) + "." + method.getName() + "(" + name(each) + ")");
  }

  private static boolean isWrittenByCallers(Class<?> type) {
    boolean open = !type.isPrimitive() && !type.isArray() && !Modifier.isFinal(type.getModifiers());
    return open && !type.getName().startsWith(ROOT) && !VALUES.contains(type);
  }

  private static Stream<String> parts(Class<?> builder) {
    return Stream.of(builder.getMethods())
        .filter(each -> each.getDeclaringClass() == builder && !each.isSynthetic())
        .filter(each -> each.getName().matches("\\w+")) // others are Kotlin's twins and internals
        .flatMap(ForeignTypes::parts);
  }

  private static Stream<String> parts(Method method) {
    return Stream.of(method.getParameterTypes())
        .filter(ForeignTypes::isWrittenByCallers)
        .map(
            each ->
                name(method.getDeclaringClass()) + "." + method.getName() + "(" + name(each) + ")");
  }

  /** With the classes around it. */
  private static String name(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    return (outer == null ? "" : name(outer) + ".") + type.getSimpleName();
  }
}
