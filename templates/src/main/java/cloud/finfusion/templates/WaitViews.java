package cloud.finfusion.templates;

import cloud.finfusion.templates.view.WaitView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.text.StringEscapeUtils;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenProperty;

/**
 * Makes the views of the methods of one tag that wait for a state.
 *
 * @param models the models of all responses
 * @param given the names of the tag's methods, to which those made here are added
 */
record WaitViews(ModelIndex models, Set<String> given) {

  /** Returns null for an operation whose response is not waited for. */
  @Nullable WaitView of(CodegenOperation operation) {
    if (!(operation.vendorExtensions.get("x-finfusion-wait") instanceof Map<?, ?> extension)) {
      return null;
    }
    String name = String.valueOf(extension.get("field"));
    CodegenProperty field = models.field(operation.returnType, name);
    return new WaitView(
        IdentifierConflicts.distinct("waitUntil", given),
        field.datatypeWithEnum,
        field.name,
        name,
        literals(extension.get("final")),
        literals(extension.get("failed")));
  }

  private static List<String> literals(@Nullable Object values) {
    return values instanceof List<?> list
        ? list.stream().map(String::valueOf).map(WaitViews::literal).toList()
        : List.of();
  }

  private static String literal(String value) {
    return '"' + StringEscapeUtils.escapeJava(value) + '"';
  }
}
