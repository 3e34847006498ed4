package cloud.finfusion.templates;

import cloud.finfusion.templates.file.SpecFile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The {@code x-finfusion-*} extensions of one operation, schema or property. Each method throws an
 * IllegalArgumentException that names it, what was expected, and the line.
 */
final class ExtensionCheck {
  private static final String PREFIX = "x-finfusion-";

  private static final Set<String> KNOWN =
      Set.of(
          "assumed",
          "batch",
          "documented",
          "effect",
          "family",
          "idempotency",
          "method",
          "money",
          "pagination",
          "resource",
          "sensitive",
          "ttl",
          "wait");

  private final SpecFile file;
  private final List<String> lines;
  private final String owner;
  private final Map<String, Object> extensions;

  /** Of an owner to which these lines of the file lead, from the outside in. */
  ExtensionCheck(
      SpecFile file, List<String> lines, String owner, @Nullable Map<String, Object> extensions) {
    this.file = file;
    this.lines = lines;
    this.owner = owner;
    this.extensions = Objects.requireNonNullElse(extensions, Map.of());
  }

  @Nullable Object get(String name) {
    return extensions.get(PREFIX + name);
  }

  void hasKnownNames() {
    for (String each : extensions.keySet()) {
      if (each.startsWith(PREFIX)) {
        String name = each.substring(PREFIX.length());
        require(KNOWN.contains(name), name, "one of " + new TreeSet<>(KNOWN), name);
      }
    }
  }

  void isBoolean(String name) {
    Object value = get(name);
    require(value == null || value instanceof Boolean, name, "true or false", value);
  }

  void matches(String name, String regex, String expected) {
    Object value = get(name);
    require(value == null || value.toString().matches(regex), name, expected, value);
  }

  /** Each role of a map names a field that is there. */
  void namesFields(String name, Map<String, Set<String>> roles) {
    Object given = get(name);
    if (given == null) {
      return;
    }
    String all = "a map with " + new TreeSet<>(roles.keySet());
    boolean complete = given instanceof Map<?, ?> map && map.keySet().equals(roles.keySet());
    require(complete, name, all, given);
    ((Map<?, ?>) given)
        .forEach(
            (role, field) -> {
              Set<String> there = Objects.requireNonNull(roles.get(String.valueOf(role)));
              boolean known = there.contains(String.valueOf(field));
              require(known, name, role + " to be one of " + there, field);
            });
  }

  void require(boolean holds, String name, String expected, @Nullable Object got) {
    if (!holds) {
      String extension = PREFIX + name;
      throw new IllegalArgumentException(
          "%s%s: %s: expected %s, got %s"
              .formatted(file.lineOf(lines, extension), owner, extension, expected, got));
    }
  }
}
