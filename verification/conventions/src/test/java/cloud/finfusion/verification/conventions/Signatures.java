package cloud.finfusion.verification.conventions;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;

/** What a type or member is: name and parameters first, the rest after a colon. */
final class Signatures {
  /** What the compiler of a user's code minds. */
  private static final int MODIFIERS =
      Modifier.ABSTRACT | Modifier.STATIC | Modifier.FINAL | Modifier.PROTECTED;

  private Signatures() {}

  /** As {@code final class extends Parent implements Other}. */
  static String of(Class<?> type) {
    String nullness = type.getPackage().isAnnotationPresent(NullMarked.class) ? "" : "unmarked ";
    return prefix(type, kind(type).endsWith("class") ? type.getModifiers() : 0)
        + nullness
        + kind(type)
        + TypeNames.variables(type)
        + parent(type)
        + TypeNames.joined(
            type.isInterface() ? " extends " : " implements ", type.getAnnotatedInterfaces(), "");
  }

  private static String kind(Class<?> type) {
    if (type.isAnnotation()) {
      return "@interface";
    }
    if (type.isInterface()) {
      return sealed(type) + "interface";
    }
    if (type.isEnum()) {
      return "enum";
    }
    return type.isRecord() ? "record" : sealed(type) + "class";
  }

  private static String sealed(Class<?> type) {
    return type.isSealed() ? "sealed " : "";
  }

  private static String parent(Class<?> type) {
    AnnotatedType parent = type.getAnnotatedSuperclass();
    boolean shown =
        parent != null && kind(type).endsWith("class") && type.getSuperclass() != Object.class;
    return shown ? " extends " + TypeNames.of(parent) : "";
  }

  /** As {@code (String) : new throws IOException}. */
  static String of(Constructor<?> constructor) {
    return parameters(constructor)
        + " : "
        + prefix(constructor, constructor.getModifiers())
        + "new"
        + TypeNames.variables(constructor)
        + thrown(constructor);
  }

  /** As {@code name(String) : static <T> T throws IOException}. */
  static String of(Method method) {
    int own = method.getModifiers();
    boolean ofInterface = method.getDeclaringClass().isInterface();
    String variables = TypeNames.variables(method);
    return method.getName()
        + parameters(method)
        + " : "
        + prefix(method, ofInterface ? own & ~Modifier.ABSTRACT : own)
        + (method.isDefault() ? "default " : "")
        + (variables.isEmpty() ? "" : variables + " ")
        + TypeNames.of(method.getAnnotatedReturnType())
        + thrown(method);
  }

  /** As {@code NAME : static final String}. */
  static String of(Field field) {
    return field.getName()
        + " : "
        + (field.isEnumConstant()
            ? "constant"
            : prefix(field, field.getModifiers()) + TypeNames.of(field.getAnnotatedType()));
  }

  private static String parameters(Executable executable) {
    AnnotatedType[] types = executable.getAnnotatedParameterTypes();
    return IntStream.range(0, types.length)
        .mapToObj(
            i -> {
              String name = TypeNames.of(types[i]);
              boolean varargs = executable.isVarArgs() && i == types.length - 1;
              return varargs ? name.replaceFirst("\\[]$", "...") : name;
            })
        .collect(joining(", ", "(", ")"));
  }

  private static String thrown(Executable executable) {
    return TypeNames.joined(" throws ", executable.getAnnotatedExceptionTypes(), "");
  }

  private static String prefix(AnnotatedElement element, int modifiers) {
    String words = Modifier.toString(modifiers & MODIFIERS);
    String deprecated = element.isAnnotationPresent(Deprecated.class) ? "@Deprecated " : "";
    return deprecated + (words.isEmpty() ? "" : words + " ");
  }
}
