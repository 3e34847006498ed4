package cloud.finfusion.templates;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/** How the body of a request is encoded. */
enum PayloadKind {
  NONE,
  JSON,
  /** A field of the URL-encoded body for each of the model. */
  FORM,
  /** Parts made by the caller: files have names, types and sizes that no schema has. */
  MULTIPART,
  /** Anything else: the caller passes the bytes. */
  BYTES;

  static final String NO_RESULT = "Void";
  static final String BYTES_RESULT = "ResponseBody";

  /** OkHttp sends no body with these. */
  private static final Set<String> WITHOUT = Set.of("GET", "HEAD", "TRACE");

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

  /** The type of an operation's response: none, a model, or the bytes of what is no JSON. */
  static String result(CodegenOperation operation) {
    if (operation.returnType == null || operation.httpMethod.equals("HEAD")) {
      return NO_RESULT;
    }
    boolean json = operation.produces == null || isJson(media(operation.produces));
    return json ? operation.returnType : BYTES_RESULT;
  }

  /** Whether the body is one of OkHttp's. */
  boolean isOkHttp() {
    return this == MULTIPART || this == BYTES;
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
