package cloud.finfusion.templates;

import java.util.Objects;
import java.util.Set;
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
    MediaTypes media = MediaTypes.of(operation);
    if (media.accepts("application/x-www-form-urlencoded") && operation.bodyParam == null) {
      return operation.vendorExtensions.get(ParameterSchemas.FORM) == null ? BYTES : FORM;
    }
    if (media.accepts("multipart/")) {
      return MULTIPART;
    }
    if (operation.bodyParam == null) {
      return NONE;
    }
    return media.isRequestJson() ? JSON : BYTES;
  }

  /** The type of an operation's response: none, a model, or the bytes of what is no JSON. */
  static String result(CodegenOperation operation) {
    MediaTypes media = MediaTypes.of(operation);
    if (operation.httpMethod.equals("HEAD")) {
      return NO_RESULT;
    }
    if (operation.returnType == null) {
      return media.isResponseJson() ? NO_RESULT : BYTES_RESULT;
    }
    boolean file = operation.isResponseFile && media.isAnything();
    return media.isResponseJson() && !file ? operation.returnType : BYTES_RESULT;
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
