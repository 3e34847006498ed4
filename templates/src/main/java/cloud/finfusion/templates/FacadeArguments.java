package cloud.finfusion.templates;

import cloud.finfusion.templates.FileParts.FilePart;
import cloud.finfusion.templates.view.ArgumentView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.openapitools.codegen.CodegenOperation;

/** The arguments of a facade's method. */
record FacadeArguments(OperationInputs inputs) {

  /** Path arguments one by one, then the other parameters and the body as one value each. */
  List<ArgumentView> all() {
    List<ArgumentView> arguments = new ArrayList<>(ofPath());
    inputs
        .query()
        .ifPresent(
            query ->
                arguments.add(new ArgumentView(query.type(), "params", "what to ask for", true)));
    if (inputs.payload() == PayloadKind.FORM || inputs.payload() == PayloadKind.PARTS) {
      files().forEach(arguments::add);
      inputs.form().ifPresent(form -> arguments.add(body(form.type(), true)));
    } else if (inputs.payload() != PayloadKind.NONE) {
      arguments.add(body(inputs.payload().facadeType(inputs.operation()), false));
    }
    return arguments;
  }

  private Stream<ArgumentView> files() {
    return inputs.parts().stream().flatMap(parts -> parts.files().stream()).map(this::file);
  }

  private ArgumentView file(FilePart file) {
    String type = file.many() ? "List<Upload>" : "Upload";
    return new ArgumentView(
        file.required() ? type : NullableType.of(type),
        inputs.fileName(file),
        Objects.requireNonNullElse(file.doc(), "the file"),
        file.required());
  }

  private ArgumentView body(String type, boolean expanded) {
    return new ArgumentView(type, inputs.bodyName(), "what to send", expanded);
  }

  List<ArgumentView> ofPath() {
    CodegenOperation operation = inputs.operation();
    return operation.pathParams.stream()
        .map(
            each ->
                new ArgumentView(
                    each.dataType,
                    each.paramName,
                    Objects.requireNonNullElse(each.unescapedDescription, "the id"),
                    PathValue.isJoined(each)))
        .toList();
  }
}
