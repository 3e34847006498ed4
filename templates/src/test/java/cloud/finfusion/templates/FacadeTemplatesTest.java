package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.templates.view.ArgumentView;
import cloud.finfusion.templates.view.OperationView;
import cloud.finfusion.templates.view.PageView;
import cloud.finfusion.templates.view.TagView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openapitools.codegen.CodegenOperation;

/** The two facades of a tag: what a caller sees, and what is sent. */
class FacadeTemplatesTest {
  private static final ArgumentView ID = new ArgumentView("String", "id", "the <id>", false);
  private static final ArgumentView QUERY = new ArgumentView("BoxListParams", "params", "q", true);

  @Test
  void blockingOperationReturnsItsResult() {
    assertThat(Rendering.of("resource", operation(view("Box", null, null))))
        .contains("public final class Boxes { private final Transport transport;")
        .contains("public Box create(String id) { return create(id, CallOptions.none()); }")
        .contains("public Box create(String id, CallOptions options) {")
        .contains("return transport.execute(api.createBox(id), options)");
  }

  @Test
  void asynchronousOperationReturnsAFuture() {
    assertThat(Rendering.of("asyncResource", operation(view("Box", null, null))))
        .contains("public final class AsyncBoxes { private final Transport transport;")
        .contains("public CompletableFuture<Box> create(String id) {")
        .contains("return transport.enqueue(api.createBox(id), options)");
  }

  @Test
  void operationWithoutAResultIsVoidOnlyWhenItBlocks() {
    OperationView view = view("Void", null, null);

    assertThat(Rendering.of("resource", operation(view)))
        .contains("public void create(String id) { create(id, CallOptions.none()); }")
        .contains("CallOptions options) { transport.execute(");
    assertThat(Rendering.of("asyncResource", operation(view)))
        .contains("public CompletableFuture<Void> create(String id) { return create(");
  }

  @Test
  void cachedOperationIsReadByItsKey() {
    OperationView view = view("Box", 60, null);
    String key = "ReadKey.of(\"boxes.create\", BoxesApi.class, id), () -> api.createBox(id)";

    assertThat(Rendering.of("resource", operation(view)))
        .contains("return transport.read(" + key + ", options)");
    assertThat(Rendering.of("asyncResource", operation(view)))
        .contains("return transport.readAsync(" + key + ", options)");
  }

  @Test
  void descriptionsAreSafeInJavadoc() {
    assertThat(Rendering.of("resource", operation(view("Box", null, null))))
        .contains("@param id the &lt;id&gt;")
        .contains("/** What holds &lt;things&gt;. Thread-safe. */");
  }

  @Test
  void listIsPagesAndRefusesAMissingQuery() {
    OperationView view = view("BoxPage", null, page(false, false));

    assertThat(Rendering.of("resource", operation(view)))
        .contains(
            "public Pages<Box> create(BoxListParams params) { return create(params, CallOptions.none()); }")
        .contains("InvalidArgumentException.unlessPresent(\"boxes.create params\", params);")
        .contains(
            "return Paging.pages(\"boxes.create\", params.cursor(), cursor -> createPage(transport.execute(api.createBox(cursor), options)")
        .contains(
            "cursor -> Paging.thenApply(transport.enqueue(api.createBox(cursor), options), Boxes::createPage)")
        .contains("Paging.page(\"boxes.create\", page.data(), page.hasMore(), page.next());")
        .doesNotContain("builder()", "findByIdempotencyKey");
    assertThat(Rendering.of("asyncResource", operation(view)))
        .contains("public AsyncPages<Box> create(BoxListParams params) {")
        .contains("return Paging.asyncPages(\"boxes.create\", params.cursor(), cursor ->")
        .contains(
            "Paging.thenApply(transport.enqueue(api.createBox(cursor), options), AsyncBoxes::createPage)");
  }

  @Test
  void listWithoutRequiredParametersHasAMethodWithoutThem() {
    OperationView view = view("BoxPage", null, page(true, false));

    assertThat(Rendering.of("resource", operation(view)))
        .contains("public Pages<Box> create() { return create(BoxListParams.builder().build()); }");
  }

  @Test
  void listThatKnowsIdempotencyKeysFindsByThem() {
    OperationView view = view("BoxPage", null, page(true, true));

    assertThat(Rendering.of("resource", operation(view)))
        .contains("public Optional<Box> findByIdempotencyKey(String idempotencyKey) {")
        .contains("return create(params).stream().findFirst();");
    assertThat(Rendering.of("asyncResource", operation(view)))
        .contains("public CompletableFuture<Optional<Box>> findByIdempotencyKey(")
        .contains("return Paging.thenApply(create(params).first(), page ->");
  }

  @Test
  void aFileIsHandedOverOpen() {
    OperationView view = view("ResponseBody", null, null);

    assertThat(Rendering.of("resource", operation(view)))
        .contains("public Download create(String id) {")
        .contains("return transport.download(api.createBox(id), options);");
    assertThat(Rendering.of("asyncResource", operation(view)))
        .contains("public CompletableFuture<Download> create(String id, CallOptions options) {")
        .contains("return transport.downloadAsync(api.createBox(id), options);");
  }

  private static PageView page(boolean unfiltered, boolean findable) {
    return new PageView(
        "Box", "cursor", List.of("cursor"), "data", "hasMore", "next", unfiltered, findable);
  }

  private static OperationView view(String result, @Nullable Integer ttl, @Nullable PageView page) {
    return new OperationView(
        "create",
        "boxes.create",
        "box",
        ttl,
        false,
        false,
        true,
        List.of(),
        "POST(\"boxes\")",
        List.of(),
        false,
        false,
        result,
        !result.equals("Void"),
        result.equals("ResponseBody"),
        result.equals("ResponseBody") ? "Download" : result,
        List.of(),
        List.of(page == null ? ID : QUERY),
        List.of(),
        List.of(page == null ? "id" : "params.cursor()"),
        page == null ? null : "BoxListParams",
        page,
        null,
        null);
  }

  private static Map<String, Object> operation(OperationView view) {
    CodegenOperation operation = new CodegenOperation();
    operation.operationId = "createBox";
    operation.summary = "Makes a box.";
    operation.vendorExtensions.put("view", view);
    TagView tag =
        new TagView(
            "Boxes", "boxes", "What holds <things>.", true, List.of(), false, false, List.of());
    return Map.of(
        "classname", "BoxesApi", "tag", tag, "operations", Map.of("operation", List.of(operation)));
  }
}
