package cloud.finfusion.templates.wire;

import cloud.finfusion.templates.reference.NoExampleException;
import cloud.finfusion.templates.reference.OperationExamples;
import cloud.finfusion.templates.reference.SpecOperation;
import cloud.finfusion.templates.spec.WireName;
import cloud.finfusion.templates.view.ArgumentView;
import cloud.finfusion.templates.view.OperationView;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;

/**
 * What is to be sent for an operation's examples.
 *
 * @param free the arguments of the path that may be any text
 */
record ExpectedRequest(
    SpecOperation spec, OperationView view, Map<String, CodegenModel> byClass, FreeArguments free) {

  void addTo(ExpectationLines lines, CodegenOperation operation) {
    OperationExamples examples = new OperationExamples(spec);
    for (CodegenParameter each : operation.pathParams) {
      addArgument(lines, each, examples.path(each));
    }
    addParameters(lines, examples.query(view, byClass));
    new ExpectedCredentials(spec).addTo(lines, !view.security().isEmpty());
    if (view.idempotent()) {
      lines.addCode("keyed");
    }
    if (view.multipart()) {
      throw new NoExampleException("its body has several parts");
    }
    if (hasBody()) {
      spec.typedBody().ifPresent(media -> addBody(lines, media, examples.body()));
    }
  }

  private void addArgument(ExpectationLines lines, CodegenParameter given, JsonNode value) {
    String segment = ExpectationLines.literal(segment(given, value));
    lines.addCode(
        "argument",
        ExpectationLines.literal(WireName.of(given)),
        free.value(given.paramName, segment));
  }

  private String segment(CodegenParameter given, JsonNode value) {
    return spec.parameter(WireName.of(given))
        .map(parameter -> styled(parameter, value).segment())
        .orElseGet(value::asText);
  }

  private StyledValue styled(Parameter parameter, JsonNode value) {
    FieldOrder order = new FieldOrder(spec.openAPI());
    Schema<?> schema = parameter.getSchema();
    StyledValue styled = StyledValue.of(parameter, order.ordered(schema, value));
    if (styled.isOrdered()) {
      order.requireKnownOrder(schema, value);
    }
    return styled;
  }

  private void addParameters(ExpectationLines lines, ObjectNode values) {
    for (Map.Entry<String, JsonNode> each : values.properties()) {
      spec.given(each.getKey())
          .filter(parameter -> !"cookie".equals(parameter.getIn()))
          .ifPresent(parameter -> addParameter(lines, parameter, each.getValue()));
    }
    String cookies =
        values.properties().stream()
            .flatMap(each -> cookie(each.getKey(), each.getValue()).stream())
            .collect(Collectors.joining("; "));
    if (!cookies.isEmpty()) {
      lines.add("header", "Cookie", cookies);
    }
  }

  private List<String> cookie(String field, JsonNode value) {
    return spec.given(field).stream()
        .filter(parameter -> "cookie".equals(parameter.getIn()))
        .flatMap(each -> text(each, value).map(text -> each.getName() + "=" + text).stream())
        .toList();
  }

  private void addParameter(ExpectationLines lines, Parameter parameter, JsonNode value) {
    if (isJson(parameter) || "header".equals(parameter.getIn())) {
      text(parameter, value)
          .ifPresent(text -> lines.add(parameter.getIn(), parameter.getName(), text));
    } else {
      styled(parameter, value)
          .pairs()
          .forEach(each -> lines.add("query", each.name(), each.value()));
    }
  }

  /** In a header, of a cookie or as JSON; none of what is not sent. */
  private Optional<String> text(Parameter parameter, JsonNode value) {
    if (isJson(parameter)) {
      return Optional.of(value.toString());
    }
    return Optional.of(styled(parameter, value))
        .filter(styled -> !styled.isEmpty())
        .map(StyledValue::text);
  }

  /** Whether the specification says a media type in place of a style. */
  private static boolean isJson(Parameter parameter) {
    return parameter.getContent() != null && !parameter.getContent().isEmpty();
  }

  private boolean hasBody() {
    long beside = view.queryType() == null ? 0 : 1;
    return view.arguments().stream().filter(each -> !isOfPath(each)).count() > beside;
  }

  private boolean isOfPath(ArgumentView argument) {
    return view.pathArguments().contains(argument);
  }

  private void addBody(ExpectationLines lines, Map.Entry<String, MediaType> media, JsonNode body) {
    if (view.arguments().stream().anyMatch(ArgumentView::isFile)) {
      lines.add("file", media.getKey());
    } else if (media.getKey().startsWith("application/x-www-form-urlencoded")) {
      lines.addCode("form");
      new FormPairs(spec.openAPI(), media.getValue())
          .of(body)
          .forEach(each -> lines.add("field", each.name(), each.value()));
    } else {
      lines.add("json", media.getKey(), body.toString());
    }
  }
}
