package cloud.finfusion.templates;

import com.google.common.collect.ImmutableMap;
import com.samskivert.mustache.Mustache;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.File;
import java.util.List;
import java.util.Map;
import javax.lang.model.SourceVersion;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.languages.JavaClientCodegen;
import org.openapitools.codegen.languages.features.DocumentationProviderFeatures.AnnotationLibrary;
import org.openapitools.codegen.languages.features.DocumentationProviderFeatures.DocumentationProvider;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationsMap;

/**
 * Turns a specification into the parts of the SDK. One run writes one {@link Part}: the API
 * (models, Retrofit interfaces and the runtime that both need) or the resources (the typed facades,
 * which need the client).
 */
public final class FinFusionCodegen extends JavaClientCodegen {
  /** The option that names the part to write. */
  static final String PART = "part";

  private final Unions unions = new Unions();
  private Part part = Part.API;

  /** Used by OpenAPI Generator, which finds this class through {@code META-INF/services}. */
  public FinFusionCodegen() {
    embeddedTemplateDir = templateDir = "finfusion";
    setLibrary(RETROFIT_2);
    setOpenApiNullable(false);
    setAnnotationLibrary(AnnotationLibrary.NONE);
    setDocumentationProvider(DocumentationProvider.NONE);
    // Models keep their order, and text is text: a value that is no UUID or URI must not lose an
    // answer.
    typeMapping.put("set", "List");
    typeMapping.put("UUID", "String");
    typeMapping.put("URI", "String");
  }

  @Override
  public String getName() {
    return "finfusion";
  }

  @Override
  public String getHelp() {
    return "Generates a FinFusion SDK: immutable models, Retrofit interfaces, typed facades.";
  }

  @Override
  public void processOpts() {
    additionalProperties.put("hideGenerationTimestamp", "true");
    additionalProperties.put("useOneOfInterfaces", "true");
    super.processOpts();
    part = Part.named(additionalProperties.getOrDefault(PART, "api").toString());
    List.of(
            modelTestTemplateFiles,
            modelDocTemplateFiles,
            apiTestTemplateFiles,
            apiDocTemplateFiles)
        .forEach(Map::clear);
    modelTemplateFiles.clear();
    apiTemplateFiles.clear();
    supportingFiles.clear();
    part.modelTemplate().ifPresent(template -> modelTemplateFiles.put(template, ".java"));
    part.apiTemplates().forEach((template, name) -> apiTemplateFiles.put(template, name));
    part.supportingTemplates().forEach(this::addSupportingFile);
  }

  private void addSupportingFile(String template, String packageOption) {
    String folder = sourceFolder;
    if (!packageOption.isEmpty()) {
      folder += "/" + packageOf(packageOption).replace('.', '/');
    }
    String file = template.substring(template.lastIndexOf('/') + 1).replace(".mustache", ".java");
    supportingFiles.add(new SupportingFile(template, folder, file));
  }

  @Override
  protected ImmutableMap.Builder<String, Mustache.Lambda> addMustacheLambdas() {
    return super.addMustacheLambdas().put("javadoc", new Javadoc());
  }

  @Override
  public void preprocessOpenAPI(OpenAPI openAPI) {
    super.preprocessOpenAPI(openAPI);
    new Extensions(openAPI, new SpecFile(getInputSpec())).check();
    Inputs.addSchemas(openAPI);
  }

  /**
   * A schema that is called like a class of the runtime, which every model imports, gets a longer
   * name.
   */
  @Override
  public String toModelName(String name) {
    String model = super.toModelName(name);
    return Part.isOfRuntime(model) ? model + "Model" : model;
  }

  @Override
  public void postProcessModelProperty(CodegenModel model, CodegenProperty property) {
    super.postProcessModelProperty(model, property);
    Properties.describe(property);
  }

  @Override
  public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> all) {
    Map<String, ModelsMap> models = super.postProcessAllModels(all);
    unions.connect(models);
    return models;
  }

  @Override
  public OperationsMap postProcessOperationsWithModels(OperationsMap group, List<ModelMap> models) {
    OperationsMap operations = super.postProcessOperationsWithModels(group, models);
    new Operations(openAPI, this).describe(operations);
    return operations;
  }

  @Override
  public String apiFilename(String templateName, String tag) {
    String packageName = templateName.startsWith("api") ? apiPackage : packageOf("resourcePackage");
    return outputFolder
        + File.separator
        + sourceFolder
        + File.separator
        + packageName.replace('.', File.separatorChar)
        + File.separator
        + part.apiTemplates().getOrDefault(templateName, "*.java").replace("*", camelTag(tag));
  }

  /** Only Java's own words get an underscore: upstream renames {@code object} too. */
  @Override
  public String toVarName(String name) {
    String escaped = super.toVarName(name);
    String plain = escaped.replaceFirst("^_", "");
    boolean needless = SourceVersion.isName(plain) && !name.startsWith("_");
    return needless ? plain : escaped;
  }

  /** Keeps the output quiet: upstream prints a banner here. */
  @Override
  public void postProcess() {}

  /** The package that an option names. */
  private String packageOf(String name) {
    return switch (name) {
      case "apiPackage" -> apiPackage;
      case "modelPackage" -> modelPackage;
      default -> additionalProperties.getOrDefault(name, invokerPackage).toString();
    };
  }

  /** {@code WebhookEndpoints}: the name that all classes of the tag start with. */
  private String camelTag(String tag) {
    return Operations.resource(toApiName(tag));
  }
}
