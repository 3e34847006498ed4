package cloud.finfusion.templates.reference;

import cloud.finfusion.templates.reference.Expression.Call;
import cloud.finfusion.templates.reference.Expression.Chain;
import cloud.finfusion.templates.reference.Expression.Text;
import cloud.finfusion.templates.view.ModelView;
import cloud.finfusion.templates.view.PropertyView;
import cloud.finfusion.templates.view.UnionView;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;

/**
 * Writes a value of a model as Java that builds it.
 *
 * @param byClass the models by the names of their classes
 * @param ids the ids that the value needs
 */
record ModelExpressions(Map<String, CodegenModel> byClass, SnippetIds ids) {
  private static final String LIST = "List<";
  private static final String MAP = "Map<String, ";

  /** A value of a Java type; the field names it if it is an id. */
  Expression of(String type, String field, JsonNode value) {
    if (value.isNull()) {
      return Literals.of(value);
    }
    CodegenModel model = byClass.get(type);
    if (model != null) {
      return ofModel(model, value);
    }
    if (type.equals("String") && ids.isId(field, value.asText())) {
      return new Text(ids.variable(field, value.asText()));
    }
    Expression scalar = ScalarExpressions.of(type, value);
    if (scalar != null) {
      return scalar;
    }
    if (type.startsWith(LIST) && value.isArray()) {
      String items = type.substring(LIST.length(), type.length() - 1);
      List<Expression> all = new ArrayList<>();
      value.forEach(each -> all.add(of(items, field, each)));
      return new Call("List.of", all);
    }
    if (type.startsWith(MAP) && value.isObject()) {
      String values = type.substring(MAP.length(), type.length() - 1);
      return Literals.map(value, each -> of(values, field, each));
    }
    if (value.isObject() && !type.contains("<")) {
      return parsed(type, value); // a class of another library, as schemaMappings name it
    }
    throw new NoExampleException("no example can be written as " + type);
  }

  private Expression of(CodegenProperty property, JsonNode value) {
    CodegenProperty items = property.items;
    if (property.isArray && items != null && value.isArray()) {
      List<Expression> all = new ArrayList<>();
      value.forEach(each -> all.add(of(items, each)));
      return new Call("List.of", all);
    }
    return of(property.datatypeWithEnum, property.baseName, value);
  }

  private Expression ofModel(CodegenModel model, JsonNode value) {
    if (model.isEnum) {
      return constant(model, value.asText());
    }
    if (!value.isObject() || !(model.vendorExtensions.get("view") instanceof ModelView view)) {
      return parsed(model.classname, value);
    }
    if (view.union() != null) {
      CodegenModel kind = kind(view.union(), value);
      return kind == null ? parsed(model.classname, value) : ofModel(kind, value);
    }
    if (view.untaggedUnion() != null) {
      return parsed(model.classname, value);
    }
    return view.money() == null ? builder(model, value) : money(model, value);
  }

  private @Nullable CodegenModel kind(UnionView union, JsonNode value) {
    String name = value.path(union.discriminator()).asText();
    return union.kinds().stream()
        .filter(each -> each.value().equals(name))
        .map(each -> byClass.get(each.kind()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private Expression builder(CodegenModel model, JsonNode value) {
    List<Call> calls = new ArrayList<>();
    for (CodegenProperty each : model.vars) {
      JsonNode field = value.path(each.baseName);
      boolean given = field.isNull() ? each.isNullable : !field.isMissingNode();
      if (given && !isConstant(each)) {
        Expression argument = field.isNull() ? new Text("null") : of(each, field);
        calls.add(new Call(each.name, List.of(argument)));
      }
    }
    calls.add(new Call("build", List.of()));
    return new Chain(model.classname + ".builder()", calls);
  }

  private static boolean isConstant(CodegenProperty property) {
    return property.vendorExtensions.get("view") instanceof PropertyView view
        && view.constant() != null;
  }

  private Expression money(CodegenModel model, JsonNode value) {
    boolean plain = value.size() == 2 && value.path("value").isIntegralNumber();
    return plain
        ? new Text(
            "%s.ofMinor(%s, %s)"
                .formatted(
                    model.classname,
                    value.path("value").asText(),
                    Literals.text(value.path("currency").asText())))
        : builder(model, value);
  }

  private static Expression constant(CodegenModel model, String value) {
    if (model.allowableValues.get("enumVars") instanceof List<?> constants) {
      for (Object each : constants) {
        if (each instanceof Map<?, ?> constant
            && Literals.text(value).equals(constant.get("value"))) {
          return new Text(model.classname + "." + constant.get("name"));
        }
      }
    }
    return new Text(model.classname + ".of(" + Literals.text(value) + ")");
  }

  private static Expression parsed(String type, JsonNode value) {
    return new Call(type + ".fromJson", List.of(new Text(Literals.text(value.toString()))));
  }
}
