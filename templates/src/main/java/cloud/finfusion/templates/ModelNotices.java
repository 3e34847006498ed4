package cloud.finfusion.templates;

import cloud.finfusion.templates.normalizer.ScalarForms;
import cloud.finfusion.templates.view.ModelView;
import java.util.Collection;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;

/** Says of each model what it does not do as its schema says. */
record ModelNotices(Notices notices) {
  /** A property has about 17 lines. */
  private static final int MANY = 100;

  /** Of models that have their views. */
  void note(Collection<CodegenModel> models) {
    models.stream().filter(model -> !model.isEnum).forEach(this::note);
  }

  private void note(CodegenModel model) {
    if (model.vendorExtensions.get("view") instanceof ModelView view && view.union() == null) {
      noteKinds(model);
      if (view.untaggedUnion() != null) {
        view.untaggedUnion()
            .alternatives()
            .forEach(each -> noteType(model.name + ".as" + each.name(), each.type()));
      } else {
        model.vars.forEach(property -> note(model, property));
        noteSize(model);
      }
    }
  }

  /** A class has its fields, accessors and setters in one file. */
  private void noteSize(CodegenModel model) {
    if (model.vars.size() > MANY) {
      notices.remark(
          "%s: %d properties, so that its file may have more than 2,000 lines"
              .formatted(model.name, model.vars.size()));
    }
  }

  private void noteKinds(CodegenModel model) {
    if (model.discriminator == null) {
      return;
    }
    String field = model.discriminator.getPropertyBaseName();
    if (UntaggedUnions.isUnion(model)) {
      notices.add(
          model.name
              + ": its alternatives are tried one by one, as not every one has a required text "
              + field
              + " and is of this union alone");
    } else if (model.children != null && !model.children.isEmpty()) {
      notices.add(
          "%s: read as itself, not as its kinds, as %s is not required or a kind is of another union"
              .formatted(model.name, field));
    }
  }

  private void noteType(String name, String type) {
    if (type.equals("Object") || type.contains("<Object>")) {
      notices.add(name + ": " + type + ", as no type is said");
    }
  }

  private void note(CodegenModel model, CodegenProperty property) {
    String name = model.name + "." + property.baseName;
    String type = property.datatypeWithEnum;
    noteType(name, type);
    Object widened = property.vendorExtensions.get(ScalarForms.WIDENED);
    if (widened != null) {
      notices.add("%s: %s, as its default or example is beyond %s".formatted(name, type, widened));
    }
    if (type.equals("String") && PropertyRow.isUnreadable(property.pattern)) {
      notices.add(name + ": its pattern is not checked, as Java cannot read it");
    }
  }
}
