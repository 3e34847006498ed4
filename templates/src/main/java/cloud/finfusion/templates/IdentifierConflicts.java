package cloud.finfusion.templates;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;

/** Makes the names inside a class differ: from those it inherits, and from each other. */
final class IdentifierConflicts {
  /** The methods that every model and its builder have from Java or from the runtime. */
  private static final Set<String> OF_MODELS =
      Set.of(
          "builder",
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toBuilder",
          "toJson",
          "toString",
          "unknownFields",
          "wait");

  private static final Set<String> OF_ENUMS = Set.of("ADAPTER", "UNRECOGNIZED");

  private IdentifierConflicts() {}

  /**
   * Makes the names of a model's accessors, or of an enum's constants, differ. A property that is
   * called in Java what it is in JSON keeps that name, but for a discriminator's, which all kinds
   * of a union have.
   *
   * @param discriminators those of the unions of which the model is a kind
   */
  static void distinguish(CodegenModel model, Set<String> discriminators) {
    if (model.isEnum) {
      distinguishConstants(model);
    } else {
      Set<String> given = new HashSet<>();
      Comparator<CodegenProperty> shared =
          Comparator.comparing(property -> !discriminators.contains(property.baseName));
      model.vars.stream()
          .sorted(shared.thenComparing(property -> !property.name.equals(property.baseName)))
          .forEach(property -> rename(property, free(property.name, OF_MODELS, given)));
    }
  }

  /** The method that tells whether it is present has the same number. */
  private static void rename(CodegenProperty property, String name) {
    if (name.startsWith(property.name)) {
      property.nameInPascalCase += name.substring(property.name.length());
    }
    property.name = name;
  }

  /** The name of an operation's method, with an underscore if every object has such a method. */
  static String method(String name) {
    return free(name, OF_MODELS, new HashSet<>());
  }

  /** The name of a method that no operation asked for, which gives way to those given already. */
  static String distinct(String name, Set<String> given) {
    return free(name, OF_MODELS, given);
  }

  /** The name of a client's method that returns a facade. */
  static String accessor(String name) {
    boolean taken = SourceVersion.isKeyword(name) || name.equals("transport");
    return taken ? "_" + name : method(name);
  }

  /** The method that returns whether a property is present; the names given are taken. */
  static String presenceMethod(CodegenProperty property, Set<String> given) {
    return free("has" + property.nameInPascalCase, OF_MODELS, given);
  }

  private static void distinguishConstants(CodegenModel model) {
    Set<String> given = new HashSet<>();
    if (model.allowableValues.get("enumVars") instanceof List<?> constants) {
      for (Object each : constants) {
        @SuppressWarnings("unchecked") // as upstream makes them
        Map<String, Object> constant = (Map<String, Object>) each;
        constant.put("name", free(String.valueOf(constant.get("name")), OF_ENUMS, given));
      }
    }
  }

  private static String free(String name, Set<String> taken, Set<String> given) {
    return numbered(taken.contains(name) ? "_" + name : name, given);
  }

  /** The name, with a number if it is given already. */
  static String numbered(String name, Set<String> given) {
    String free = name;
    for (int i = 2; !given.add(free); i++) {
      free = name + i;
    }
    return free;
  }
}
