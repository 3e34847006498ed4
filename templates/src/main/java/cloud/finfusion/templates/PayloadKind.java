package cloud.finfusion.templates;

import cloud.finfusion.templates.RetrofitParameter.Value;
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
  /** A part for each of the schema's properties, files among them. */
  PARTS,
  /** Parts made by the caller, as the schema names none. */
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
      return operation.vendorExtensions.get(FileParts.PARTS) == null ? MULTIPART : PARTS;
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

  /** Whether the body, or a part of it, is one of OkHttp's. */
  boolean isOkHttp() {
    return this == PARTS || this == MULTIPART || this == BYTES;
  }

  /** The type that the facade takes: of bytes what knows where they come from. */
  String facadeType(CodegenOperation operation) {
    String upload = isOptional(operation) ? NullableType.of("Upload") : "Upload";
    return this == BYTES ? upload : type(operation);
  }

  /** What the facade passes for an argument of that type. */
  Value value(CodegenOperation operation, String argument) {
    return this == BYTES
        ? Value.of("Upload.body(%s, \"%s\")".formatted(argument, MediaTypes.of(operation).sent()))
        : Value.of(argument);
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
