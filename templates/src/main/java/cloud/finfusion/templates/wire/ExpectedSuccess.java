package cloud.finfusion.templates.wire;

import cloud.finfusion.templates.reference.SpecOperation;
import cloud.finfusion.templates.view.OperationView;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.Optional;

/** What the server responds with if all is well, and what the facade makes of it. */
record ExpectedSuccess(SpecOperation spec, OperationView view) {
  private static final String SUCCESS = "2";

  void addTo(ExpectationLines lines) {
    ResponseExample response = ResponseExample.of(spec.openAPI(), success());
    if (view.page() != null) {
      addPage(lines, response);
      return;
    }
    String other = response.type().isEmpty() ? "" : "text";
    String body = response.isJson() ? response.json().toString() : other;
    addResponse(lines, response, body);
    if (view.streamed()) {
      lines.add("returns", TextNode.valueOf(body).toString());
    } else if (response.isJson() && view.hasResult()) {
      lines.add("returns", body);
    }
    if (view.batch() != null) {
      new ExpectedBatch(spec.fields("x-finfusion-batch")).addTo(lines, response.jsonObject());
    }
    if (view.waiting() != null) {
      ExpectedWait.of(spec).addTo(lines, response.jsonObject());
    }
  }

  private void addPage(ExpectationLines lines, ResponseExample response) {
    ExpectedPages pages = new ExpectedPages(spec.fields("x-finfusion-pagination"));
    ObjectNode page = response.jsonObject();
    addResponse(lines, response, pages.last(page).toString());
    pages.addTo(lines, page);
  }

  private void addResponse(ExpectationLines lines, ResponseExample response, String body) {
    lines.addCode(
        "responds",
        status(),
        ExpectationLines.literal(response.type()),
        ExpectationLines.literal(body));
  }

  private String status() {
    return spec.responses().keySet().stream()
        .filter(each -> each.startsWith(SUCCESS) && !each.endsWith("XX"))
        .sorted()
        .findFirst()
        .orElse("200");
  }

  private ApiResponse success() {
    return spec.responses().entrySet().stream()
        .filter(each -> each.getKey().startsWith(SUCCESS))
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() -> Optional.ofNullable(spec.responses().get("default")))
        .orElseGet(ApiResponse::new);
  }
}
