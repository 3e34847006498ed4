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
          "read",
          "transport.read(",
          "pages",
          "Pages",
          "makePages",
          "pages",
          "sendPage",
          method + "Page(",
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
          "read", "transport.readAsync(",
          "pages", "AsyncPages",
          "makePages", "asyncPages",
          "sendPage", "Paging.thenApply(",
          "asPage", ", Async" + facade + "::" + method + "Page)",
          "finds", "CompletableFuture<Optional<%s>>",
          "found",
              "return Paging.thenApply("
                  + method
                  + "(params).first(), page -> page.items().stream().findFirst());");
    }
  };

  abstract Map<String, Object> words(String facade, String result, String method);

  /**
   * The words for one operation; a list answers with pages, and may be asked for without
   * parameters.
   */
  Map<String, Object> of(String facade, String api, CodegenOperation operation) {
    Map<String, Object> extensions = operation.vendorExtensions;
    String method = String.valueOf(extensions.get("x-method"));
    Map<String, Object> words =
        new HashMap<>(words(facade, String.valueOf(extensions.get("x-result")), method));
    String values = String.valueOf(extensions.get("x-values"));
    if (extensions.get("x-page") instanceof Map<?, ?> page) {
      values = String.valueOf(page.get("values"));
      words.put("result", words.get("pages") + "<" + page.get("item") + ">");
      words.put("whole", onlyOptional(operation) ? List.of(true) : List.of());
      if (operation.queryParams.stream().anyMatch(FacadeForm::isIdempotencyKey)) {
        String found = String.valueOf(words.get("finds")).formatted(page.get("item"));
        words.put("find", Map.of("type", found, "body", String.valueOf(words.get("found"))));
      }
    }
    if (extensions.containsKey("x-finfusion-ttl")) {
      words.put(
          "send", words.get("read") + key(api, String.valueOf(extensions.get("x-name")), values));
    }
    words.put("sendPage", String.valueOf(words.get("sendPage")) + words.get("send"));
    return words;
  }

  /** What is cached is found by it before there is a call, which a supplier makes. */
  private static String key(String api, String name, String values) {
    String arguments = values.isEmpty() ? "" : ", " + values;
    return "ReadKey.of(\"" + name + "\", " + api + ".class" + arguments + "), () -> ";
  }

  private static boolean isIdempotencyKey(CodegenParameter parameter) {
    return parameter.baseName.equals("idempotency_key");
  }

  private static boolean onlyOptional(CodegenOperation operation) {
    return operation.requiredParams.size() == operation.pathParams.size();
  }
}
