package cloud.finfusion.verification.specdiff;

import static org.openapitools.openapidiff.core.model.BackwardIncompatibleProp.RESPONSE_ENUM_INCREASED;
import static org.openapitools.openapidiff.core.model.BackwardIncompatibleProp.RESPONSE_MAX_LENGTH_INCREASED;
import static org.openapitools.openapidiff.core.model.BackwardIncompatibleProp.RESPONSE_MIN_LENGTH_INCREASED;
import static org.openapitools.openapidiff.core.model.BackwardIncompatibleProp.RESPONSE_NUMERIC_RANGE_INCREASED;
import static org.openapitools.openapidiff.core.model.BackwardIncompatibleProp.RESPONSE_ONEOF_INCREASED;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.BackwardIncompatibleProp;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.MarkdownRender;

/** What changed of operations and schemas, as openapi-diff sees it. */
record OperationChanges(Change change, String markdown) {
  /** Changes of responses: enums and unions are open, and bounds are checked on requests only. */
  private static final List<BackwardIncompatibleProp> BREAKS_NO_USER_OF_OURS =
      List.of(
          RESPONSE_ENUM_INCREASED,
          RESPONSE_ONEOF_INCREASED,
          RESPONSE_NUMERIC_RANGE_INCREASED,
          RESPONSE_MAX_LENGTH_INCREASED,
          RESPONSE_MIN_LENGTH_INCREASED);

  static OperationChanges between(Path before, Path after) throws IOException {
    ChangedOpenApi changed =
        OpenApiCompare.fromLocations(before.toString(), after.toString(), null, options());
    List<String> unsafe =
        RepeatedWrites.lost(changed.getOldSpecOpenApi(), changed.getNewSpecOpenApi());
    Change change = unsafe.isEmpty() ? verdict(changed) : Change.MAJOR;
    // openapi-diff takes a description within a schema for more than text
    boolean onlyText = change == Change.MINOR && Wording.isAllThatChanged(before, after);
    return new OperationChanges(
        onlyText ? Change.PATCH : change, warnings(unsafe) + render(changed));
  }

  private static OpenApiDiffOptions options() {
    OpenApiDiffOptions.Builder options = OpenApiDiffOptions.builder();
    BREAKS_NO_USER_OF_OURS.forEach(each -> options.configProperty(each.getPropertyName(), "false"));
    return options.build();
  }

  private static Change verdict(ChangedOpenApi changed) {
    return switch (changed.isChanged()) {
      case NO_CHANGES -> Change.NONE;
      case METADATA -> Change.PATCH;
      case COMPATIBLE -> Change.MINOR;
      case UNKNOWN, INCOMPATIBLE -> Change.MAJOR;
    };
  }

  private static String warnings(List<String> unsafe) {
    return unsafe.stream()
        .map(id -> "* `" + id + "` no longer takes an idempotency key: it is not repeated.\n\n")
        .collect(Collectors.joining());
  }

  private static String render(ChangedOpenApi changed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MarkdownRender render = new MarkdownRender();
    render.setShowChangedMetadata(true);
    render.render(changed, new OutputStreamWriter(out, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8).strip();
  }
}
