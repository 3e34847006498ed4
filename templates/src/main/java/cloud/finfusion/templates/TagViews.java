package cloud.finfusion.templates;

import cloud.finfusion.templates.RuntimeUse.Feature;
import cloud.finfusion.templates.naming.MethodNames;
import cloud.finfusion.templates.view.TagView;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.model.OperationMap;
import org.openapitools.codegen.model.OperationsMap;

/** Makes the views of tags and of their operations. */
record TagViews(
    OpenAPI openAPI,
    FinFusionCodegen codegen,
    FacadeNames facades,
    ModelIndex models,
    RuntimeUse runtime) {

  /** Adds a view to a tag's group of operations, and to each of them. */
  void describe(OperationsMap group) {
    OperationMap operations = group.getOperations();
    String resource = resource(operations.getClassname());
    String name = Character.toLowerCase(resource.charAt(0)) + resource.substring(1);
    RuntimeUse ofTag = new RuntimeUse();
    PageViews pages = new PageViews(openAPI, codegen);
    BatchViews batches = new BatchViews(openAPI, codegen, new SchemaFieldNames(openAPI));
    new MethodNames(resource, TagViews::isMethod, codegen.notices()::remark)
        .assign(operations.getOperation());
    WaitViews waits = new WaitViews(models, methods(operations));
    OperationViews views = new OperationViews(name, models, pages, batches, waits, ofTag);
    operations.getOperation().forEach(views::describe);
    runtime.addAll(ofTag);
    TagView view =
        new TagView(
            facades.of(resource),
            IdentifierConflicts.accessor(name),
            description(resource),
            !models.isEmpty(),
            models.sharedNames(),
            ofTag.has(Feature.PARAMETERS),
            ofTag.has(Feature.OKHTTP_BODY),
            codegen.sensitiveFields());
    group.put("tag", view);
    DeprecatedTypes deprecated = models.deprecated();
    group.put(
        DeprecatedTypes.USED,
        operations.getOperation().stream().anyMatch(each -> deprecated.isAny(each.imports)));
  }

  private static boolean isMethod(String name) {
    return SourceVersion.isName(name) && IdentifierConflicts.method(name).equals(name);
  }

  /** {@code Payments} for {@code PaymentsApi}. */
  static String resource(String apiName) {
    return apiName.replaceFirst("Api$", "");
  }

  private static Set<String> methods(OperationMap operations) {
    return operations.getOperation().stream()
        .map(OperationViews::method)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private @Nullable String description(String resource) {
    List<Tag> tags = Objects.requireNonNullElse(openAPI.getTags(), List.of());
    return tags.stream()
        .filter(tag -> resource(codegen.toApiName(tag.getName())).equals(resource))
        .map(Tag::getDescription)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
