package cloud.finfusion.templates.reference;

import cloud.finfusion.templates.view.OperationView;
import cloud.finfusion.templates.view.ReferenceView;
import cloud.finfusion.templates.view.ReferenceView.Returned;
import cloud.finfusion.templates.view.SnippetView;
import cloud.finfusion.templates.view.TagView;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.OperationsMap;

/** Adds to each operation what the reference says of it. */
public final class ReferenceViews {
  private final OpenAPI openAPI;
  private final List<ModelMap> models;
  private final Map<String, CodegenModel> byClass;
  private final boolean published;

  /**
   * Of operations and models that have their views.
   *
   * @param published whether the facades are methods of the published client
   */
  public ReferenceViews(OpenAPI openAPI, List<ModelMap> models, boolean published) {
    this.openAPI = openAPI;
    this.published = published;
    this.byClass = Snippets.byClass(models);
    this.models = models;
  }

  /** Adds a view to each operation of a tag that has its own. */
  public void describe(OperationsMap group) {
    if (group.get("tag") instanceof TagView tag) {
      String facade =
          published
              ? "client." + tag.accessor() + "()"
              : "client.resource(" + tag.facade() + "::new)";
      Snippets snippets = Snippets.of(openAPI, models, facade);
      List<CodegenOperation> operations = group.getOperations().getOperation();
      operations.forEach(each -> describe(each, snippets));
      group.put("returned", returned(operations));
    }
  }

  /** The models that the operations return, each once. */
  private List<Returned> returned(List<CodegenOperation> operations) {
    ParameterRows rows = new ParameterRows(new SpecOperation(openAPI, new Operation()), byClass);
    return operations.stream()
        .map(each -> each.vendorExtensions.get("view"))
        .filter(OperationView.class::isInstance)
        .map(view -> type((OperationView) view))
        .distinct() // by name: a model has a hash of its parent, and a parent of its children
        .map(byClass::get)
        .filter(Objects::nonNull)
        .filter(model -> !model.isEnum)
        .map(model -> new Returned(model.classname, rows.ofReturned(model)))
        .toList();
  }

  private static String type(OperationView view) {
    return view.page() == null ? view.facadeResult() : view.page().item();
  }

  private void describe(CodegenOperation operation, Snippets snippets) {
    if (operation.vendorExtensions.get("view") instanceof OperationView view) {
      SpecOperation spec = SpecOperation.of(openAPI, operation);
      Snippet snippet = Snippet.of(() -> snippets.of(operation, view, spec));
      operation.vendorExtensions.put("reference", view(operation, view, spec, snippet));
    }
  }

  private ReferenceView view(
      CodegenOperation operation, OperationView view, SpecOperation spec, Snippet snippet) {
    Signatures signatures = new Signatures(view);
    return new ReferenceView(
        operation.httpMethod + " " + SpecOperation.path(operation),
        view.name().replace(".", "").toLowerCase(Locale.ROOT),
        signatures.blocking(),
        signatures.async(),
        new ParameterRows(spec, byClass).of(operation, view),
        snippet.view(),
        snippet.reason(),
        returns(view, spec),
        new ErrorRows(spec, view).all(),
        Credentials.of(spec),
        origin(spec).orElse(null),
        new CallBehaviour(view).sentences());
  }

  private static String returns(OperationView view, SpecOperation spec) {
    String type = type(view);
    String said =
        spec.responses().entrySet().stream()
            .filter(each -> each.getKey().startsWith("2"))
            .map(Map.Entry::getValue)
            .map(ApiResponse::getDescription)
            .map(Markdown::cell)
            .findFirst()
            .orElse("");
    return view.hasResult() ? "`" + type + "`: " + said : "nothing: " + said;
  }

  private static Optional<String> origin(SpecOperation spec) {
    Optional<String> page =
        spec.extension("x-finfusion-documented").map("Documented, page %s."::formatted);
    return page.or(() -> spec.extension("x-finfusion-assumed").map("Assumed: %s."::formatted));
  }

  /** A program, or why there is none. */
  private record Snippet(@Nullable SnippetView view, @Nullable String reason) {
    static Snippet of(Supplier<SnippetView> made) {
      try {
        return new Snippet(made.get(), null);
      } catch (NoExampleException missing) {
        return new Snippet(null, missing.getMessage());
      }
    }
  }
}
