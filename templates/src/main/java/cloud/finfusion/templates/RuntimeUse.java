package cloud.finfusion.templates;

import com.google.common.collect.ImmutableList;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The features of the runtime that few specifications need: whoever makes code that names one of
 * their classes says so here, and only then are they written.
 */
final class RuntimeUse {
  /** A feature, and the classes that it consists of. */
  enum Feature {
    NULLABLE_ITEMS("NullableItems"),
    UNTAGGED_UNION("UntaggedUnion", "UntaggedUnionAdapter"),
    /** A parameter may be an untagged union, so the class of those is there too. */
    PARAMETERS("Parameters", "AnyParameters", "PlainValue", "UntaggedUnion"),
    /** Asked for by an option: it needs Jackson 2 and 3 on the class path of the build. */
    JACKSON(
        "JacksonSupport",
        "Jackson2Serializer",
        "Jackson2Deserializer",
        "Jackson3Serializer",
        "Jackson3Deserializer"),
    /** Bodies that are no JSON; OkHttp has the classes. */
    OKHTTP_BODY;

    private final ImmutableList<String> classes;

    Feature(String... classes) {
      this.classes = ImmutableList.copyOf(classes);
    }
  }

  private final Set<Feature> used = EnumSet.noneOf(Feature.class);

  void add(Feature feature) {
    used.add(feature);
  }

  void addAll(RuntimeUse other) {
    used.addAll(other.used);
  }

  boolean has(Feature feature) {
    return used.contains(feature);
  }

  /** Whether a supporting file is written. */
  boolean needs(String file) {
    String className = file.replaceFirst("\\.java$", "");
    return !isOptional(className)
        || used.stream().anyMatch(feature -> feature.classes.contains(className));
  }

  /** Whether a class is written only if it is used. */
  static boolean isOptional(String className) {
    return optionalClasses().anyMatch(className::equals);
  }

  /** The classes that are written only if they are used. */
  static Stream<String> optionalClasses() {
    return Stream.of(Feature.values()).flatMap(feature -> feature.classes.stream()).distinct();
  }
}
