package cloud.finfusion.templates.wire;

import cloud.finfusion.templates.reference.Snippets.MethodCall;
import cloud.finfusion.templates.reference.SpecOperation;
import cloud.finfusion.templates.spec.WireName;
import cloud.finfusion.templates.view.SnippetView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/**
 * The arguments of a path that may be any text.
 *
 * @param variables their variables
 */
record FreeArguments(Set<String> variables) {

  static FreeArguments of(CodegenOperation operation, SpecOperation spec, MethodCall call) {
    Set<String> ids = call.ids().stream().map(SnippetView.Id::variable).collect(Collectors.toSet());
    return new FreeArguments(
        operation.pathParams.stream()
            .filter(each -> each.dataType.equals("String"))
            .filter(each -> ids.contains(each.paramName))
            .filter(each -> isPlain(each, spec))
            .map(each -> each.paramName)
            .collect(Collectors.toSet()));
  }

  private static boolean isPlain(CodegenParameter given, SpecOperation spec) {
    return spec.parameter(WireName.of(given))
        .map(each -> each.getStyle() == null || each.getStyle().toString().equals("simple"))
        .orElse(false);
  }

  /** The Java expression of an argument. */
  String value(String variable, String literal) {
    return variables.contains(variable) ? "argument(" + literal + ")" : literal;
  }

  /** What stands before a call. */
  List<String> lines(MethodCall call) {
    List<String> lines = new ArrayList<>();
    for (SnippetView.Id each : call.ids()) {
      lines.add("String " + each.variable() + " = " + value(each.variable(), each.literal()) + ";");
    }
    lines.addAll(call.lines());
    return lines;
  }
}
