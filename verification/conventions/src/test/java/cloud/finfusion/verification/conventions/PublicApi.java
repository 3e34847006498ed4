package cloud.finfusion.verification.conventions;

import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The types and members that users can name, a line each. No tool does this for Maven: those that
 * list a public API belong to another build (Kotlin's validator, Metalava) or write XML or JSON,
 * and Revapi and japicmp compare two releases.
 */
final class PublicApi {
  /** What every object has, and what the compiler adds to enums. */
  private static final Set<String> OF_ALL =
      Set.of("equals", "hashCode", "toString", "values", "valueOf");

  private PublicApi() {}

  /** Lists the API of these classes, sorted. */
  static SortedSet<String> lines(Collection<Class<?>> classes) {
    SortedSet<String> lines = new TreeSet<>();
    classes.stream().filter(PublicApi::isVisible).forEach(type -> add(type, lines));
    return lines;
  }

  private static void add(Class<?> type, SortedSet<String> lines) {
    String name = type.getCanonicalName();
    lines.add(name + " : " + Signatures.of(type));
    Stream.of(type.getDeclaredConstructors())
        .filter(each -> isVisible(each, type))
        .forEach(each -> lines.add(name + Signatures.of(each)));
    Stream.of(type.getDeclaredFields())
        .filter(each -> isVisible(each, type))
        .forEach(each -> lines.add(name + "." + Signatures.of(each)));
    methods(type).forEach(each -> lines.add(name + "." + Signatures.of(each)));
  }

  /** Also those that users inherit from a class that they cannot name. */
  private static Stream<Method> methods(Class<?> type) {
    Stream<Method> own =
        Stream.of(type.getDeclaredMethods())
            .filter(each -> !OF_ALL.contains(each.getName()))
            .filter(each -> isVisible(each, type));
    Class<?> parent = type.getSuperclass();
    return parent == null || Modifier.isPublic(parent.getModifiers())
        ? own
        : Stream.concat(own, methods(parent));
  }

  private static boolean isVisible(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    if (type.getCanonicalName() == null || type.getSimpleName().equals("package-info")) {
      return false;
    }
    return outer == null
        ? Modifier.isPublic(type.getModifiers())
        : isVisible(type.getModifiers(), outer) && isVisible(outer);
  }

  private static boolean isVisible(Member member, Class<?> of) {
    return !member.isSynthetic() && isVisible(member.getModifiers(), of);
  }

  private static boolean isVisible(int modifiers, Class<?> of) {
    return Modifier.isPublic(modifiers)
        || (Modifier.isProtected(modifiers) && !Modifier.isFinal(of.getModifiers()));
  }
}
