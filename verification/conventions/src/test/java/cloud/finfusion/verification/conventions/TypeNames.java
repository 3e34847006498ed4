package cloud.finfusion.verification.conventions;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Types as Java writes them, with {@code @Nullable}; packages that nobody confuses left out. */
final class TypeNames {
  private static final Pattern WELL_KNOWN =
      Pattern.compile("(java\\.(lang|time|util)|cloud\\.finfusion)(\\..*)?");

  private TypeNames() {}

  static String of(AnnotatedType type) {
    if (type instanceof AnnotatedArrayType array) {
      String nullable = nullable(type);
      String brackets = nullable.isEmpty() ? "[]" : " " + nullable + "[]";
      return of(array.getAnnotatedGenericComponentType()) + brackets;
    }
    if (type instanceof AnnotatedWildcardType wildcard) {
      return nullable(type)
          + "?"
          + bounds(" super ", wildcard.getAnnotatedLowerBounds())
          + bounds(" extends ", wildcard.getAnnotatedUpperBounds());
    }
    return nullable(type)
        + raw(type.getType())
        + (type instanceof AnnotatedParameterizedType generic
            ? joined("<", generic.getAnnotatedActualTypeArguments(), ">")
            : "");
  }

  /** The variables of a generic class or method, as {@code <E extends Event>}. */
  static String variables(GenericDeclaration generic) {
    String variables =
        Stream.of(generic.getTypeParameters())
            .map(each -> each.getName() + bounds(" extends ", each.getAnnotatedBounds()))
            .collect(Collectors.joining(", "));
    return variables.isEmpty() ? "" : "<" + variables + ">";
  }

  /** Types after one another; nothing if there are none. */
  static String joined(String before, AnnotatedType[] types, String after) {
    return types.length == 0
        ? ""
        : Stream.of(types).map(TypeNames::of).collect(Collectors.joining(", ", before, after));
  }

  /** The name by which a user's code refers to a class. */
  static String of(Class<?> type) {
    String name = type.getCanonicalName();
    return WELL_KNOWN.matcher(type.getPackageName()).matches() && !type.isPrimitive()
        ? name.substring(type.getPackageName().length() + 1)
        : name;
  }

  private static String raw(Type type) {
    if (type instanceof ParameterizedType generic) {
      return raw(generic.getRawType());
    }
    return type instanceof Class<?> plain ? of(plain) : type.getTypeName();
  }

  private static String bounds(String word, AnnotatedType[] bounds) {
    boolean none = bounds.length == 1 && of(bounds[0]).equals("Object");
    return none ? "" : joined(word, bounds, "").replace(", ", " & ");
  }

  private static String nullable(AnnotatedElement type) {
    return type.isAnnotationPresent(Nullable.class) ? "@Nullable " : "";
  }
}
