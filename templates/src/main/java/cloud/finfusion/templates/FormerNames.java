package cloud.finfusion.templates;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Variables and templates that are named otherwise by now, so that a customiser's template that
 * asks for one is refused with the new name: mustache itself would write nothing in its place.
 */
final class FormerNames {
  private static final String VIEW = "vendorExtensions.view.";
  private static final String FACADES =
      "plain text in facadeOperation, facadeList, asyncFacadeOperation and asyncFacadeList";

  /** Old to new; of those with {@code x-} the old name stood in {@code vendorExtensions}. */
  private static final Map<String, String> VARIABLES =
      Map.ofEntries(
          Map.entry("x-accessor-type", VIEW + "accessorType"),
          Map.entry("x-adapter", VIEW + "adapter"),
          Map.entry("x-arguments", VIEW + "arguments"),
          Map.entry("x-async", FACADES),
          Map.entry("x-blocking", FACADES),
          Map.entry("x-choice", VIEW + "untaggedUnion"),
          Map.entry("x-constant", VIEW + "constant"),
          Map.entry("x-field", VIEW + "field"),
          Map.entry("x-form", VIEW + "form"),
          Map.entry("x-has", VIEW + "presenceMethod"),
          Map.entry("x-has-items", VIEW + "row"),
          Map.entry("x-has-length", VIEW + "row"),
          Map.entry("x-has-pattern", VIEW + "row"),
          Map.entry("x-has-range", VIEW + "row"),
          Map.entry("x-index", VIEW + "index"),
          Map.entry("x-inherited", VIEW + "inherited"),
          Map.entry("x-method", VIEW + "method"),
          Map.entry("x-name", VIEW + "name"),
          Map.entry("x-null-state", VIEW + "nullState"),
          Map.entry("x-nullable", VIEW + "nullable"),
          Map.entry("x-okhttp", "specification.usesOkHttp"),
          Map.entry("x-page", VIEW + "page"),
          Map.entry("x-parameter-type", VIEW + "parameterType"),
          Map.entry("x-parameters", VIEW + "parameters"),
          Map.entry("x-parent", VIEW + "parent"),
          Map.entry("x-path-arguments", VIEW + "pathArguments"),
          Map.entry("x-presence", VIEW + "row"),
          Map.entry("x-query", VIEW + "query"),
          Map.entry("x-query-type", VIEW + "queryType"),
          Map.entry("x-read", VIEW + "reads"),
          Map.entry("x-relative-path", VIEW + "verb"),
          Map.entry("x-result", VIEW + "result"),
          Map.entry("x-sensitive-names", "specification.sensitiveNames"),
          Map.entry("x-sensitive-structures", "specification.sensitiveStructures"),
          Map.entry("x-signed", VIEW + "signed"),
          Map.entry("x-union", VIEW + "union"),
          Map.entry("x-values", VIEW + "values"),
          Map.entry("x-verb", VIEW + "verb"),
          Map.entry("accessor", "tag.accessor, of a union kindAccessor"),
          Map.entry("asPage", FACADES),
          Map.entry("asyncFacade", "tag.facade"),
          Map.entry("facade", "tag.facade"),
          Map.entry("hasModels", "tag.hasModels"),
          Map.entry("okHttp", "tag.usesOkHttp"),
          Map.entry("pages", FACADES),
          Map.entry("resource", "tag.facade"),
          Map.entry("returns", FACADES),
          Map.entry("send", FACADES),
          Map.entry("sendPage", FACADES),
          Map.entry("sharedNames", "tag.sharedNames"),
          Map.entry("tagDescription", "tag.description"),
          Map.entry("usesParameters", "tag.usesParameters"),
          Map.entry("whole", VIEW + "page.unfiltered"));

  private static final Map<String, String> TEMPLATES =
      Map.of(
          "choice", "untaggedUnion",
          "facadeBody", "resource and asyncResource",
          "facadeDoc", "tagDoc",
          "parameters", "api",
          "property", "the variable vendorExtensions.view.row",
          "runtime/Choice", "runtime/UntaggedUnion",
          "runtime/ChoiceAdapter", "runtime/UntaggedUnionAdapter",
          "runtime/Facet", "runtime/Constraint",
          "runtime/OrNull", "runtime/NullableItems");

  private FormerNames() {}

  /** What a variable is now, as a template asks for it; null if its name is not a former one. */
  static @Nullable String ofVariable(String asked) {
    String name = asked.replaceFirst("^vendorExtensions\\.", "");
    return VARIABLES.get(name.replaceFirst("\\..*", ""));
  }

  /** What a template is now; null if its name is not a former one. */
  static @Nullable String ofTemplate(String name) {
    return TEMPLATES.get(name);
  }

  /** The names of templates that are no more. */
  static Iterable<String> templates() {
    return TEMPLATES.keySet();
  }
}
