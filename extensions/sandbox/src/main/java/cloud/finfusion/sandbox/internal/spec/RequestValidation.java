package cloud.finfusion.sandbox.internal.spec;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.FieldError;
import cloud.finfusion.sandbox.internal.http.Json;
import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;

/** Validates requests against the specification. */
public final class RequestValidation {
  /** Credentials were checked before; unknown fields are ignored, as in most APIs. */
  private static final Map<String, Level> IGNORED =
      Map.of(
          "validation.request.security", Level.IGNORE,
          "validation.request.accept", Level.IGNORE,
          "validation.schema.additionalProperties", Level.IGNORE,
          "validation.request.body.schema.additionalProperties", Level.IGNORE);

  private final OpenApiInteractionValidator validator;

  RequestValidation(String yaml) {
    this.validator =
        OpenApiInteractionValidator.createForInlineApiSpecification(yaml)
            .withLevelResolver(LevelResolver.create().withLevels(IGNORED).build())
            .build();
  }

  public void check(ApiRequest request) {
    checkJson(request);
    ValidationReport report = validator.validateRequest(toValidate(request));
    List<Message> errors =
        report.getMessages().stream().filter(m -> m.getLevel() == Level.ERROR).toList();
    if (!errors.isEmpty()) {
      throw error(errors);
    }
  }

  private static ApiError error(List<Message> errors) {
    List<FieldError> details = FieldErrors.of(errors);
    return errors.stream().anyMatch(FieldErrors::isAboutParameter)
        ? ApiError.invalidParameter(details)
        : ApiError.invalidBody(details);
  }

  /** Needed because the validator accepts duplicate keys. */
  private static void checkJson(ApiRequest request) {
    if (request.body().isEmpty() || request.isForm()) {
      return;
    }
    try {
      Json.read(request.body());
    } catch (JsonProcessingException e) {
      throw new ApiError(400, "The body is not valid JSON, or has a key twice.");
    }
  }

  private static SimpleRequest toValidate(ApiRequest request) {
    SimpleRequest.Builder copy = new SimpleRequest.Builder(request.method(), request.path());
    request.query().forEach(copy::withQueryParam);
    request.headers().forEach(copy::withHeader);
    if (!request.body().isEmpty()) {
      copy.withBody(request.body());
    }
    return copy.build();
  }
}
