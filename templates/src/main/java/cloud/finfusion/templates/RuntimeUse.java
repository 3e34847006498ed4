package cloud.finfusion.templates;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationsMap;

/** Which classes the generated code of a specification names, of those that few need. */
final class RuntimeUse {
  private final Set<String> named = new HashSet<>();

  void note(ModelsMap models) {
    models.getModels().forEach(each -> note(each.getModel()));
  }

  private void note(CodegenModel model) {
    if (model.vendorExtensions.get("x-choice") instanceof Map<?, ?> choice) {
      named.add("UntaggedUnion");
      named.add("UntaggedUnionAdapter");
      noteNullable(choice.toString());
    }
    for (CodegenProperty property : model.vars) {
      noteNullable(String.valueOf(property.vendorExtensions.get("x-adapter")));
    }
  }

  private void noteNullable(String adapter) {
    if (adapter.contains("NullableItems.")) {
      named.add("NullableItems");
    }
  }

  void note(OperationsMap operations) {
    for (CodegenOperation each : operations.getOperations().getOperation()) {
      String uses = each.vendorExtensions.get("x-values") + " " + each.vendorExtensions;
      if (uses.contains("Parameters.")) {
        named.add("Parameters");
        operations.put("usesParameters", true);
        named.add("UntaggedUnion"); // which parameters may be
      }
      if (namesOkHttp(each)) {
        named.add("okhttp3");
        operations.put("okHttp", true);
      }
    }
  }

  private static boolean namesOkHttp(CodegenOperation operation) {
    Map<String, Object> extensions = operation.vendorExtensions;
    return PayloadKind.isNamedIn(extensions.get("x-result") + " " + extensions.get("x-parameters"));
  }

  boolean namesOkHttp() {
    return named.contains("okhttp3");
  }

  boolean needs(String file) {
    String className = file.replaceFirst("\\.java$", "");
    return !OutputPart.isWrittenIfUsed(className) || named.contains(className);
  }
}
