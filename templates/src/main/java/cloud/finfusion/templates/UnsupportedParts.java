package cloud.finfusion.templates;

import cloud.finfusion.templates.normalizer.JoinedParts;
import cloud.finfusion.templates.normalizer.PathTemplates;
import cloud.finfusion.templates.normalizer.PreferredMedia;
import cloud.finfusion.templates.spec.DeclaredOperation;
import cloud.finfusion.templates.spec.MultipartBodies;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** Says of each operation what Retrofit, OkHttp or the client cannot do. */
final class UnsupportedParts {
  private static final Set<String> BODILESS = Set.of("GET", "HEAD", "TRACE");

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private static final String IDEMPOTENCY = "x-finfusion-idempotency";

  private final OpenAPI openAPI;
  private final Notices notices;
  private final ResponseNotices responses;

  UnsupportedParts(OpenAPI openAPI, Notices notices) {
    this.openAPI = openAPI;
    this.notices = notices;
    this.responses = new ResponseNotices(openAPI, notices);
  }

  void note() {
    DeclaredOperation.all(openAPI)
        .forEach(each -> note(each.operation(), each.method().name(), each.name()));
  }

  private void note(Operation operation, String method, String name) {
    RequestBody body = ModelUtils.getReferencedRequestBody(openAPI, operation.getRequestBody());
    if (body != null && body.getContent() != null) {
      noteBody(body, method, name);
      noteParts(operation, name);
    }
    responses.note(operation, name);
    if (operation.getCallbacks() != null && !operation.getCallbacks().isEmpty()) {
      notices.add(name + ": callbacks " + operation.getCallbacks().keySet() + " have no code");
    }
    PathTemplates.notices(operation).forEach(each -> notices.add(name + ": " + each));
    noteKey(operation, method, name);
    parameters(operation)
        .filter(each -> Boolean.TRUE.equals(each.getAllowReserved()))
        .forEach(
            each ->
                notices.add(
                    name
                        + ": parameter "
                        + each.getName()
                        + " is percent-encoded, reserved characters too"));
  }

  /** The client sends a key where it knows that repeating is safe, and only there. */
  private void noteKey(Operation operation, String method, String name) {
    boolean idempotent =
        operation.getExtensions() != null
            && Boolean.TRUE.equals(operation.getExtensions().get(IDEMPOTENCY));
    if (!idempotent
        && parameters(operation)
            .filter(each -> "header".equals(each.getIn()))
            .anyMatch(each -> "Idempotency-Key".equalsIgnoreCase(each.getName()))) {
      String remedy = READS.contains(method) ? "" : ". " + IDEMPOTENCY + ": true sends it";
      notices.add(name + ": its Idempotency-Key is not sent" + remedy);
    }
  }

  private Stream<Parameter> parameters(Operation operation) {
    return each(operation.getParameters())
        .map(each -> ModelUtils.getReferencedParameter(openAPI, each));
  }

  private void noteBody(RequestBody body, String method, String name) {
    if (BODILESS.contains(method)) {
      notices.add(name + ": its body is left out, as OkHttp sends none with " + method);
    }
    if (body.getExtensions() != null && body.getExtensions().get(PreferredMedia.LEFT_OUT) != null) {
      notices.add(
          "%s: its body is sent as %s, not as %s"
              .formatted(
                  name,
                  body.getContent().keySet().iterator().next(),
                  body.getExtensions().get(PreferredMedia.LEFT_OUT)));
    }
  }

  private void noteParts(Operation operation, String name) {
    if (new MultipartBodies(openAPI)
        .of(operation)
        .filter(new JoinedParts(openAPI)::isLeft)
        .isPresent()) {
      notices.add(name + ": the caller makes its parts, as they are not those of one object");
    }
  }

  private static Stream<Parameter> each(@Nullable List<Parameter> parameters) {
    return parameters == null ? Stream.empty() : parameters.stream();
  }
}
