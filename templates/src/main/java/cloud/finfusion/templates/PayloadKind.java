package cloud.finfusion.templates;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/** How what is sent, or what comes back, travels. */
enum PayloadKind {
  NONE,
  JSON,
  /** Each field by itself. */
  FORM,
  /** Parts that the caller puts together: files have names, types and sizes that no schema has. */
  MULTIPART,
  /** Anything else, as the bytes it is. */
  BYTES;

  /** OkHttp sends no body with these. */
  private static final Set<String> WITHOUT = Set.of("GET", "HEAD", "TRACE");

  private static final Pattern OF_OKHTTP =
      Pattern.compile("\\b(Multipart|Request|Response)Body\\b");

  static PayloadKind of(CodegenOperation operation) {
    if (WITHOUT.contains(operation.httpMethod)) {
      return NONE;
    }
    if (accepts(operation, "application/x-www-form-urlencoded") && operation.bodyParam == null) {
      return operation.vendorExtensions.get(ParameterSchemas.FORM) == null ? BYTES : FORM;
    }
    if (accepts(operation, "multipart/")) {
      return MULTIPART;
    }
    if (operation.bodyParam == null) {
      return NONE;
    }
    return operation.consumes == null || isJson(media(operation.consumes)) ? JSON : BYTES;
  }

  private static boolean accepts(CodegenOperation operation, String type) {
    return operation.consumes != null
        && media(operation.consumes).anyMatch(each -> each.startsWith(type))
        && media(operation.consumes).noneMatch(PayloadKind::isJson);
  }

  private static Stream<String> media(List<Map<String, String>> types) {
    return types.stream().map(each -> each.get("mediaType")).filter(Objects::nonNull);
  }

  private static boolean isJson(Stream<String> types) {
    return types.anyMatch(PayloadKind::isJson);
  }

  private static boolean isJson(String type) {
    return type.matches("(?i).*[/+]json.*") || type.equals("*/*");
  }

  /** What an operation answers with: nothing, a model, or the bytes of what is no JSON. */
  static String answer(CodegenOperation operation) {
    if (operation.returnType == null || operation.httpMethod.equals("HEAD")) {
      return "Void";
    }
    boolean json = operation.produces == null || isJson(media(operation.produces));
    return json ? operation.returnType : "ResponseBody";
  }

  /** Whether a method's text names one of OkHttp's bodies. */
  static boolean isNamedIn(String text) {
    return OF_OKHTTP.matcher(text).find();
  }

  String type(CodegenOperation operation) {
    return switch (this) {
      case MULTIPART -> "MultipartBody";
      case BYTES -> "RequestBody";
      default -> operation.bodyParam.dataType;
    };
  }

  boolean isOptional(CodegenOperation operation) {
    return operation.bodyParam != null && !operation.bodyParam.required;
  }

  String doc(CodegenOperation operation) {
    CodegenParameter body = operation.bodyParam;
    String doc = body == null ? null : body.unescapedDescription;
    return Objects.requireNonNullElse(doc, "what to send");
  }
}
