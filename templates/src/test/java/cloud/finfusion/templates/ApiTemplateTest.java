package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.templates.view.OperationView;
import cloud.finfusion.templates.view.ParameterView;
import cloud.finfusion.templates.view.TagView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openapitools.codegen.CodegenOperation;

/** A tag's Retrofit interface carries all that the pipeline must know of an operation. */
class ApiTemplateTest {
  private static final TagView PLAIN =
      new TagView("Boxes", "boxes", null, false, List.of(), false, false, List.of());

  @Test
  void annotationHoldsWhatDiffersFromItsDefaults() {
    assertThat(render(PLAIN, view("box", 60, true, true, false)))
        .contains(
            "@Operation(name = \"boxes.get\", family = \"box\", ttl = 60, read = true"
                + ", idempotent = true, signed = false)");
    assertThat(render(PLAIN, view(null, null, false, false, true)))
        .contains("@Operation(name = \"boxes.get\")");
  }

  @Test
  void annotationNamesTheSecretsOfTheSpecification() {
    TagView tag =
        new TagView("Boxes", "boxes", null, false, List.of(), false, false, List.of("pin", "puk"));
    assertThat(render(tag, view(null, null, false, false, true)))
        .contains("@Operation(name = \"boxes.get\", sensitiveFields = { \"pin\", \"puk\" })");
  }

  @Test
  void parametersStandInTheOrderOfTheView() {
    assertThat(render(PLAIN, view(null, null, true, false, true)))
        .contains(
            "@retrofit2.http.Headers({ \"Accept: application/pdf\" }) @GET(\"boxes/{id}\") Call<Box> getBox(@Path(\"id\") String id,")
        .contains(", @Query(\"size\") @Nullable Integer size);")
        .contains("* @param id the id * @param size the size */");
  }

  @Test
  void importsFollowWhatTheTagUses() {
    OperationView view = view(null, null, true, false, true);
    TagView all = new TagView("Boxes", "boxes", null, true, List.of("Url"), true, true, List.of());

    assertThat(render(all, view))
        .contains("import com.example.model.*;", "import com.example.model.Url;")
        .contains("import okhttp3.ResponseBody;");
    assertThat(render(PLAIN, view)).doesNotContain("com.example.model", "okhttp3");
  }

  private static OperationView view(
      @Nullable String family,
      @Nullable Integer ttl,
      boolean reads,
      boolean idempotent,
      boolean signed) {
    return new OperationView(
        "get",
        "boxes.get",
        family,
        ttl,
        reads,
        idempotent,
        signed,
        List.of(),
        "GET(\"boxes/{id}\")",
        List.of("Accept: application/pdf"),
        false,
        false,
        "Box",
        true,
        false,
        "Box",
        List.of(),
        List.of(),
        List.of(
            new ParameterView("@Path(\"id\")", "String", "id", false, "the id"),
            new ParameterView("@Query(\"size\")", "Integer", "size", true, "the size")),
        List.of(),
        null,
        null,
        null,
        null);
  }

  private static String render(TagView tag, OperationView view) {
    CodegenOperation operation = new CodegenOperation();
    operation.operationId = "getBox";
    operation.vendorExtensions.put("view", view);
    return Rendering.of(
        "api",
        Map.of(
            "classname",
            "BoxesApi",
            "tag",
            tag,
            "operations",
            Map.of("operation", List.of(operation))));
  }
}
