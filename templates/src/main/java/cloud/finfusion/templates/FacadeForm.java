package cloud.finfusion.templates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/** The two forms of a facade, and the words in which their methods differ. */
enum FacadeForm {
  BLOCKING {
    @Override
    Map<String, Object> words(String facade, String result, String method) {
      return Map.of(
          "result",
          result.equals("Void") ? "void" : result,
          "returns",
          result.equals("Void") ? "" : "return ",
          "send",
          "transport.execute(",
          "pages",
          "Pages",
          "sendPage",
          method + "Page(transport.execute(",
          "asPage",
          ")",
          "finds",
          "Optional<%s>",
          "found",
          "return " + method + "(params).stream().findFirst();");
    }
  },
  ASYNC {
    @Override
    Map<String, Object> words(String facade, String result, String method) {
      return Map.of(
          "result", "CompletableFuture<" + result + ">",
          "returns", "return ",
          "send", "transport.enqueue(",
          "pages", "AsyncPages",
          "sendPage", "AsyncPages.after(transport.enqueue(",
          "asPage", ", Async" + facade + "::" + method + "Page)",
          "finds", "CompletableFuture<Optional<%s>>",
          "found",
              "return AsyncPages.after("
                  + method
                  + "(params).first(), page -> page.items().stream().findFirst());");
    }
  };

  abstract Map<String, Object> words(String facade, String result, String method);

  /**
   * The words for one operation; a list answers with pages, and may be asked for without
   * parameters.
   */
  Map<String, Object> of(String facade, CodegenOperation operation) {
    Map<String, Object> extensions = operation.vendorExtensions;
    String method = String.valueOf(extensions.get("x-method"));
    Map<String, Object> words =
        new HashMap<>(words(facade, String.valueOf(extensions.get("x-result")), method));
    if (extensions.get("x-page") instanceof Map<?, ?> page) {
      words.put("result", words.get("pages") + "<" + page.get("item") + ">");
      words.put("whole", onlyOptional(operation) ? List.of(true) : List.of());
      if (operation.queryParams.stream().anyMatch(FacadeForm::isIdempotencyKey)) {
        String found = String.valueOf(words.get("finds")).formatted(page.get("item"));
        words.put("find", Map.of("type", found, "body", String.valueOf(words.get("found"))));
      }
    }
    return words;
  }

  private static boolean isIdempotencyKey(CodegenParameter parameter) {
    return parameter.baseName.equals("idempotency_key");
  }

  private static boolean onlyOptional(CodegenOperation operation) {
    return operation.requiredParams.size() == operation.pathParams.size();
  }
}
