package cloud.finfusion.templates.normalizer;

import cloud.finfusion.templates.file.SpecFile;
import cloud.finfusion.templates.spec.DeclaredOperation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses references that the parser has not read: it seeks what the file of a path names beside
 * the specification, whatever folder that file is in.
 */
record UnreadReferences(OpenAPI openAPI, @Nullable String file) {

  void refuse() {
    DeclaredOperation.all(openAPI)
        .forEach(
            each ->
                references(each.operation())
                    .filter(reference -> !reference.startsWith("#"))
                    .findFirst()
                    .ifPresent(reference -> refuse(each, reference)));
  }

  private static Stream<String> references(Operation operation) {
    Stream<@Nullable String> parameters =
        Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream()
            .map(Parameter::get$ref);
    Stream<@Nullable String> body =
        Stream.ofNullable(operation.getRequestBody()).map(RequestBody::get$ref);
    Stream<@Nullable String> responses =
        Stream.ofNullable(operation.getResponses())
            .flatMap(all -> all.values().stream())
            .map(ApiResponse::get$ref);
    return Stream.of(parameters, body, responses).flatMap(each -> each).flatMap(Stream::ofNullable);
  }

  private void refuse(DeclaredOperation operation, String reference) {
    throw new IllegalArgumentException(
        "%s%s names %s, which is not beside the specification, where the parser seeks it. Move it there, or declare it in components"
            .formatted(
                new SpecFile(file).lineOf(List.of("paths:"), operation.path()),
                operation.name(),
                reference));
  }
}
