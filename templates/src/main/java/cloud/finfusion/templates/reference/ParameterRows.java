package cloud.finfusion.templates.reference;

import cloud.finfusion.templates.spec.SchemaFields;
import cloud.finfusion.templates.spec.WireName;
import cloud.finfusion.templates.view.ArgumentView;
import cloud.finfusion.templates.view.ModelView;
import cloud.finfusion.templates.view.OperationView;
import cloud.finfusion.templates.view.ReferenceView.Row;
import cloud.finfusion.templates.view.UnionView;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.utils.ModelUtils;

/** The rows of what an operation is given: path, query, and the fields of the body. */
@SuppressWarnings("rawtypes") // as the parser has them
record ParameterRows(SpecOperation spec, Map<String, CodegenModel> byClass) {
  /** Fields of fields of fields are as deep as a table is read. */
  private static final int DEEPEST = 3;

  List<Row> of(CodegenOperation operation, OperationView view) {
    List<Row> rows = new ArrayList<>();
    operation.pathParams.forEach(
        each ->
            spec.parameter(WireName.of(each))
                .ifPresent(found -> rows.add(row(found, each.dataType))));
    CodegenModel query = byClass.get(Objects.requireNonNullElse(view.queryType(), ""));
    if (query != null) {
      query.vars.forEach(
          each ->
              spec.parameter(each.baseName)
                  .ifPresent(found -> rows.add(row(found, each.datatypeWithEnum))));
    }
    view.arguments().stream().filter(ArgumentView::isFile).forEach(each -> rows.add(file(each)));
    body(view).ifPresent(model -> addFields(rows, "", model, bodySchema(), 1));
    return rows;
  }

  private static Row file(ArgumentView file) {
    boolean required = !file.type().startsWith("@Nullable");
    String type = file.type().replace("@Nullable ", "");
    return new Row(file.name(), "body", type, required, "", null, Markdown.cell(file.doc()));
  }

  /** The fields of what is returned, and those of their models; of a union, what all kinds have. */
  List<Row> ofReturned(CodegenModel model) {
    List<Row> rows = new ArrayList<>();
    if (model.vendorExtensions.get("view") instanceof ModelView view && view.union() != null) {
      addShared(rows, view.union());
      return rows;
    }
    addFields(rows, "", model, ModelUtils.getSchema(spec.openAPI(), model.name), DEEPEST - 1);
    return rows;
  }

  private void addShared(List<Row> rows, UnionView union) {
    CodegenModel kind = Objects.requireNonNull(byClass.get(union.kinds().get(0).kind()));
    Map<String, Schema> fields =
        new SchemaFields(spec.openAPI()).of(ModelUtils.getSchema(spec.openAPI(), kind.name));
    for (CodegenProperty each : union.shared()) {
      Schema<?> field = Objects.requireNonNullElseGet(fields.get(each.baseName), Schema::new);
      rows.add(row(each.baseName, each, field));
    }
  }

  private Optional<CodegenModel> body(OperationView view) {
    return view.arguments().stream()
        .skip(view.pathArguments().size())
        .map(ArgumentView::type)
        .filter(type -> !type.equals(view.queryType()))
        .map(byClass::get)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private @Nullable Schema<?> bodySchema() {
    return spec.body().map(media -> (Schema<?>) media.getSchema()).orElse(null);
  }

  private Row row(Parameter parameter, String type) {
    Schema<?> schema = Objects.requireNonNullElseGet(parameter.getSchema(), Schema::new);
    JsonNode example = SaidExamples.of(parameter);
    return new Row(
        parameter.getName(),
        parameter.getIn(),
        type,
        Boolean.TRUE.equals(parameter.getRequired()),
        SchemaBounds.of(resolved(schema)),
        example(example == null ? schema.getExample() : example),
        Markdown.cell(parameter.getDescription()));
  }

  private Schema<?> resolved(Schema<?> schema) {
    return ModelUtils.getReferencedSchema(spec.openAPI(), schema);
  }

  private void addFields(
      List<Row> rows, String prefix, CodegenModel model, @Nullable Schema<?> schema, int depth) {
    Map<String, Schema> fields =
        schema == null ? Map.of() : new SchemaFields(spec.openAPI()).of(schema);
    for (CodegenProperty each : model.vars) {
      Schema<?> field = Objects.requireNonNullElseGet(fields.get(each.baseName), Schema::new);
      rows.add(row(prefix + each.baseName, each, field));
      if (depth < DEEPEST) {
        addInner(rows, prefix + each.baseName, each, field, depth + 1);
      }
    }
  }

  private Row row(String name, CodegenProperty property, Schema<?> schema) {
    return new Row(
        name,
        "body",
        property.datatypeWithEnum,
        property.required,
        SchemaBounds.of(resolved(schema)),
        example(schema.getExample()),
        Markdown.cell(property.unescapedDescription));
  }

  private void addInner(
      List<Row> rows, String name, CodegenProperty property, Schema<?> schema, int depth) {
    boolean list = property.isArray && property.items != null;
    String type = list ? property.items.datatypeWithEnum : property.datatypeWithEnum;
    Schema<?> of = list ? resolved(schema).getItems() : schema;
    CodegenModel model = byClass.get(type);
    if (model == null || model.isEnum) {
      return;
    }
    String start = name + (list ? "[]." : ".");
    if (model.vendorExtensions.get("view") instanceof ModelView view && view.union() != null) {
      kinds(view.union()).forEach(kind -> addKind(rows, start, kind, depth));
    } else {
      addFields(rows, start, model, of, depth);
    }
  }

  private static Set<String> kinds(UnionView union) {
    Set<String> kinds = new LinkedHashSet<>();
    union.kinds().forEach(each -> kinds.add(each.kind()));
    return kinds;
  }

  private void addKind(List<Row> rows, String start, String kind, int depth) {
    CodegenModel model = byClass.get(kind);
    if (model != null) {
      Schema<?> schema = ModelUtils.getSchema(spec.openAPI(), model.name);
      addFields(rows, start + kind + ".", model, schema, depth);
    }
  }

  private static @Nullable String example(@Nullable Object value) {
    return value == null ? null : Markdown.cell(SaidExamples.text(value));
  }
}
