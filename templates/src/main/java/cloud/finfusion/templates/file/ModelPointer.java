package cloud.finfusion.templates.file;

import io.swagger.v3.oas.models.OpenAPI;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows a reference, as {@code #/paths/~1plan/post}, through a specification that was read. */
public final class ModelPointer {
  private final OpenAPI openAPI;
  private final String[] tokens;

  /** Follows a reference within a specification. */
  public ModelPointer(OpenAPI openAPI, String reference) {
    this.openAPI = openAPI;
    this.tokens =
        PointerTokens.of(reference.substring(reference.indexOf('#') + 1)).toArray(String[]::new);
  }

  /** The names that it leads through. */
  public List<String> tokens() {
    return List.of(tokens);
  }

  /** What it stands for; none if it leads nowhere. */
  public Optional<Object> target() {
    return walk(tokens.length);
  }

  /** Puts something else where it leads. */
  @SuppressWarnings("unchecked") // a place holds what stands there
  public void replace(Object replacement) {
    String last = tokens[tokens.length - 1];
    Object owner = walk(tokens.length - 1).orElseThrow();
    if (owner instanceof Map<?, ?> map) {
      ((Map<String, Object>) map).put(last, replacement);
    } else if (owner instanceof List<?> list) {
      ((List<Object>) list).set(Integer.parseInt(last), replacement);
    } else {
      property(owner, last).ifPresent(each -> write(each, owner, replacement));
    }
  }

  private Optional<Object> walk(int steps) {
    Object at = openAPI;
    for (int i = 0; i < steps && at != null; i++) {
      at = child(followed(at), tokens[i]);
    }
    return Optional.ofNullable(at);
  }

  private Object followed(Object at) {
    Object reference = child(at, "$ref");
    return reference instanceof String text && text.startsWith("#/")
        ? new ModelPointer(openAPI, text).target().orElse(at)
        : at;
  }

  private static @Nullable Object child(Object owner, String name) {
    if (owner instanceof Map<?, ?> map && !name.equals("$ref")) {
      return map.get(name);
    }
    if (owner instanceof List<?> list) {
      boolean inside = name.matches("\\d{1,6}") && Integer.parseInt(name) < list.size();
      return inside ? list.get(Integer.parseInt(name)) : null;
    }
    return property(owner, name).map(each -> read(each, owner)).orElse(null);
  }

  private static Optional<PropertyDescriptor> property(Object owner, String name) {
    try {
      return Arrays.stream(Introspector.getBeanInfo(owner.getClass()).getPropertyDescriptors())
          .filter(each -> each.getName().equals(name) && each.getReadMethod() != null)
          .findFirst();
    } catch (IntrospectionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static @Nullable Object read(PropertyDescriptor property, Object owner) {
    try {
      return property.getReadMethod().invoke(owner);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void write(PropertyDescriptor property, Object owner, Object value) {
    try {
      property.getWriteMethod().invoke(owner, value);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
