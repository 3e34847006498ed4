package cloud.finfusion.templates;

import cloud.finfusion.templates.file.DeclaredVersion;
import cloud.finfusion.templates.file.LostIntegers;
import cloud.finfusion.templates.file.SpecCheck;
import cloud.finfusion.templates.file.SpecFile;
import cloud.finfusion.templates.file.UnquotedTexts;
import cloud.finfusion.templates.naming.ResourceNames;
import cloud.finfusion.templates.naming.ShortNames;
import cloud.finfusion.templates.normalizer.EmptySuccesses;
import cloud.finfusion.templates.normalizer.Normalization;
import cloud.finfusion.templates.normalizer.RecursiveContainers;
import cloud.finfusion.templates.normalizer.ScalarForms;
import cloud.finfusion.templates.normalizer.SpecNormalizer;
import cloud.finfusion.templates.normalizer.UncheckedKeywords;
import cloud.finfusion.templates.reference.OwnExamples;
import cloud.finfusion.templates.reference.ReferenceViews;
import cloud.finfusion.templates.view.EventTypeView;
import cloud.finfusion.templates.view.SpecificationView;
import cloud.finfusion.templates.wire.WireViews;
import com.google.common.collect.ImmutableMap;
import com.samskivert.mustache.Mustache;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.config.GlobalSettings;
import org.openapitools.codegen.languages.JavaClientCodegen;
import org.openapitools.codegen.languages.features.DocumentationProviderFeatures.AnnotationLibrary;
import org.openapitools.codegen.languages.features.DocumentationProviderFeatures.DocumentationProvider;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationsMap;
import org.openapitools.codegen.utils.ModelUtils;
import org.slf4j.LoggerFactory;

/**
 * Turns a specification into the parts of the SDK. One run writes one {@link OutputPart}: the API
 * (models, Retrofit interfaces and the runtime that both need) or the resources (the typed facades,
 * which need the client).
 */
public final class FinFusionCodegen extends JavaClientCodegen {
  /** The option that names the part to write. */
  static final String PART = "part";

  /** The capitals that a name starts with, unless it has no other letters. */
  private static final Pattern CAPITALS_FIRST =
      Pattern.compile("^[A-Z]{2,}\\d*(?=[^A-Za-z0-9].*[a-z]|[A-Z][a-z]{2})");

  /** The option that lets Jackson read and write what is generated. */
  private static final String JACKSON = "jacksonSupport";

  /** The option of operations that run on the published client, whose runtime they take. */
  private static final String PUBLISHED_CLIENT = "publishedClient";

  private final SensitiveNames sensitiveNames = new SensitiveNames();
  private final ClassNames classNames = new ClassNames();
  private final RuntimeUse runtimeUse = new RuntimeUse();
  private final Notices notices = new Notices();
  private OutputPart part = OutputPart.API;
  private boolean publishedClient;
  private List<EventTypeView> eventTypes = List.of();
  private OwnExamples ownExamples = new OwnExamples(List.of());

  /** Used by OpenAPI Generator, which finds this class through {@code META-INF/services}. */
  public FinFusionCodegen() {
    embeddedTemplateDir = templateDir = "finfusion";
    setLibrary(RETROFIT_2);
    setOpenApiNullable(false);
    setAnnotationLibrary(AnnotationLibrary.NONE);
    setDocumentationProvider(DocumentationProvider.NONE);
    JavaTypes.map(typeMapping);
    inlineSchemaOption.put("RESOLVE_INLINE_ENUMS", "true");
    // A union of one kind stays a union, so that a second kind does not change its type.
    openapiNormalizer.put("SIMPLIFY_ONEOF_ANYOF", "false");
    openapiNormalizer.put("REMOVE_X_INTERNAL", "true"); // who leaves it out must say so
    // Upstream reserves the names in its own templates too; ours need Java's keywords only.
    reservedWords.removeIf(word -> !SourceVersion.isKeyword(word));
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
    additionalProperties.put("useOneOfInterfaces", "false"); // theirs take each other's fields
    DeclaredVersion.of(getInputSpec()).check();
    SpecCheck.check(getInputSpec());
    GlobalSettings.setProperty(CodegenConstants.SKIP_FORM_MODEL, "false"); // a form has a model too
    super.processOpts();
    SpecNormalizer.register(openapiNormalizer, getInputSpec());
    JavaTypes.dropImports(importMapping, typeMapping);
    JavaTypes.keepTexts(typeMapping); // the choice of a date library has set some otherwise
    publishedClient = convertPropertyToBooleanAndWriteBack(PUBLISHED_CLIENT);
    if (publishedClient) {
      additionalProperties.put("runtimePackage", "cloud.finfusion.runtime");
    }
    if (convertPropertyToBooleanAndWriteBack(JACKSON) && !publishedClient) {
      runtimeUse.add(RuntimeUse.Feature.JACKSON);
    }
    additionalProperties.putIfAbsent("wirePackage", packageOf("resourcePackage") + ".wire");
    part = OutputPart.named(additionalProperties.getOrDefault(PART, "api").toString());
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
    Map<String, String> supporting = new LinkedHashMap<>(part.supportingTemplates());
    supporting.keySet().removeIf(template -> publishedClient && OutputPart.isPublished(template));
    supporting.forEach(this::addSupportingFile);
    part.nativeImageTemplates().forEach(this::addNativeImageFile);
    part.pages()
        .forEach(page -> supportingFiles.add(new SupportingFile(page, "", fileOf(page, ".md"))));
    checkTemplates();
  }

  private void checkTemplates() {
    List<String> templates = new ArrayList<>(modelTemplateFiles.keySet());
    templates.addAll(apiTemplateFiles.keySet());
    supportingFiles.forEach(each -> templates.add(each.getTemplateFile()));
    new TemplateCheck(templateDir(), embeddedTemplateDir()).check(templates);
  }

  private void addSupportingFile(String template, String packageOption) {
    String folder = sourceFolder;
    if (!packageOption.isEmpty()) {
      folder += "/" + packageOf(packageOption).replace('.', '/');
    }
    supportingFiles.add(new SupportingFile(template, folder, fileOf(template, ".java")));
  }

  /** Below the package of the models, for a program may hold several generated libraries. */
  private void addNativeImageFile(String template) {
    String folder = projectFolder + "/resources/META-INF/native-image/" + modelPackage();
    supportingFiles.add(new SupportingFile(template, folder, fileOf(template, ".json")));
  }

  private static String fileOf(String template, String suffix) {
    return template.substring(template.lastIndexOf('/') + 1).replace(".mustache", suffix);
  }

  @Override
  protected ImmutableMap.Builder<String, Mustache.Lambda> addMustacheLambdas() {
    return super.addMustacheLambdas()
        .put("javadoc", new Javadoc())
        .put("comment", new CodeComment())
        .put("nullable", new NullableType());
  }

  @Override
  public void preprocessOpenAPI(OpenAPI openAPI) {
    Normalization.check(openAPI, fileName());
    super.preprocessOpenAPI(openAPI);
    new VendorExtensions(openAPI, new SpecFile(getInputSpec())).check();
    new ResourceNames(openAPI, notices::remark).assign();
    new UnsupportedParts(openAPI, notices).note();
    EmptySuccesses.note(openAPI, notices::add);
    new NullItems(openAPI, notices).note();
    new OperationServers(openAPI).note(notices);
    new OperationSecurity(openAPI).note(notices);
    UncheckedKeywords.note(openAPI, notices::add);
    new RecursiveContainers(openAPI).note(notices::add);
    UnquotedTexts.note(getInputSpec(), notices::add);
    LostIntegers.note(getInputSpec(), notices::add);
    eventTypes = EventTypes.of(openAPI);
    openAPI.setWebhooks(null); // their payloads have models by now, and no client calls them
    new InlineSchemas(openAPI).name();
    new FileParts(openAPI, this::toVarName).divide();
    new OpenBodies(openAPI, notices).mark();
    new InheritedKinds(openAPI, notices).makeUnions();
    new ParameterSchemas(openAPI, this).addSchemas();
    ownExamples = OwnExamples.of(openAPI);
    classNames.assign(
        openAPI.getComponents().getSchemas().keySet(), this::toModelName, notices::remark);
  }

  /** The id of an operation, made of its path if it has none. */
  String idOf(Operation operation, String path, String method) {
    return getOrGenerateOperationId(operation, path, method);
  }

  /** The longest class of a resource is {@code AsyncPaymentsOperations}. */
  @Override
  public String sanitizeTag(String tag) {
    return ShortNames.of(super.sanitizeTag(tag), ShortNames.LONGEST - "AsyncOperations".length());
  }

  @Override
  public String toModelName(String name) {
    return classNames.of(name, super.toModelName(ShortNames.withoutCapitals(name)));
  }

  /** Upstream takes a reference to a schema called {@code map} or {@code file} for that type. */
  @Override
  @SuppressWarnings("rawtypes") // as upstream has it
  public String getSchemaType(Schema schema) {
    Schema<?> known = unaliasSchema(schema);
    if (known.get$ref() != null) {
      return toModelName(ModelUtils.getSimpleRef(known.get$ref()));
    }
    boolean big = ScalarForms.BIG_INTEGER.equals(known.getFormat());
    return big ? "BigInteger" : super.getSchemaType(schema);
  }

  @Override
  public void postProcessModelProperty(CodegenModel model, CodegenProperty property) {
    super.postProcessModelProperty(model, property);
    sensitiveNames.add(property);
  }

  @Override
  public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> all) {
    Map<String, ModelsMap> models = super.postProcessAllModels(all);
    new ModelViews(models, runtimeUse, notices).describe();
    return models;
  }

  @Override
  public OperationsMap postProcessOperationsWithModels(OperationsMap group, List<ModelMap> models) {
    OperationsMap operations = super.postProcessOperationsWithModels(group, models);
    new TagViews(openAPI, this, facades(), new ModelIndex(models), runtimeUse).describe(operations);
    if (part != OutputPart.API) {
      boolean published = packageOf("resourcePackage").equals("cloud.finfusion.resource");
      ownExamples.restore();
      new ReferenceViews(openAPI, models, published).describe(operations);
      if (part == OutputPart.WIRETESTS) {
        new WireViews(openAPI, models, published).describe(operations);
      }
    }
    return operations;
  }

  @Override
  public Map<String, Object> postProcessSupportingFileData(Map<String, Object> bundle) {
    supportingFiles.removeIf(file -> !runtimeUse.needs(file.getDestinationFilename()));
    supportingFiles.removeIf(file -> isOfEvents(file) && eventTypes.isEmpty());
    bundle.put(
        "specification",
        new SpecificationView(
            sensitiveNames.marked(),
            sensitiveNames.alsoStructures(),
            runtimeUse.has(RuntimeUse.Feature.OKHTTP_BODY),
            eventTypes));
    return super.postProcessSupportingFileData(bundle);
  }

  private static boolean isOfEvents(SupportingFile file) {
    return file.getDestinationFilename().equals("EventType.java");
  }

  @Override
  public String apiFilename(String templateName, String tag) {
    String file = part.apiTemplates().getOrDefault(templateName, "*.java");
    String name = file.replace("*", camelTag(tag));
    return name.endsWith(".java")
        ? Path.of(outputFolder, sourceFolder, folder(templateName), name).toString()
        : Path.of(outputFolder, name).toString();
  }

  private String folder(String templateName) {
    String packageName =
        switch (templateName) {
          case "api.mustache" -> apiPackage;
          case "referenceTest.mustache" -> packageOf("referencePackage");
          case "wireTest.mustache" -> packageOf("wirePackage");
          default -> packageOf("resourcePackage");
        };
    return packageName.replace('.', '/');
  }

  /** Upstream counts schemas whose names differ in case alone; their classes have names by now. */
  @Override
  public String modelFilename(String templateName, String modelName) {
    String file = toModelFilename(modelName) + modelTemplateFiles().get(templateName);
    return Path.of(modelFileFolder(), file).toString();
  }

  /**
   * Only Java's own words get an underscore: upstream renames {@code object} too. The capitals that
   * a name starts with are one word.
   */
  @Override
  public String toVarName(String name) {
    String known = nameMapping().containsKey(name) ? name : lowerFirstWord(name);
    String escaped = super.toVarName(known).replaceAll("\\P{javaJavaIdentifierPart}", "");
    String plain = escaped.replaceFirst("^_", "");
    boolean needless = SourceVersion.isName(plain) && !name.startsWith("_");
    String free = needless ? plain : escaped;
    return SourceVersion.isName(free) ? free : "_" + (free.isEmpty() ? "field" : free);
  }

  /** {@code tpp-Redirect} for {@code TPP-Redirect}, of which upstream makes {@code tpPRedirect}. */
  private static String lowerFirstWord(String name) {
    return CAPITALS_FIRST.matcher(name).replaceFirst(word -> word.group().toLowerCase(Locale.ROOT));
  }

  @Override
  public String toEnumValue(String value, String datatype) {
    boolean text = datatype.equals("String");
    return text ? '"' + JavaText.escape(value) + '"' : super.toEnumValue(value, datatype);
  }

  @Override
  public @Nullable String toRegularExpression(@Nullable String pattern) {
    return pattern == null ? null : JavaText.escape(pattern);
  }

  /** What is not supported, once for both parts; upstream prints a banner here. */
  @Override
  public void postProcess() {
    if (part == OutputPart.API) {
      notices.print(fileName(), LoggerFactory.getLogger(FinFusionCodegen.class)::warn);
    }
  }

  private String fileName() {
    return String.valueOf(getInputSpec()).replaceFirst(".*[/\\\\]", "");
  }

  /**
   * What generation says of a specification, a line each: what is not done, and what may change.
   */
  public List<String> reports() {
    return Stream.concat(notices.lines().stream(), notices.remarks().stream()).toList();
  }

  /** The names of fields that hold secrets, which the published runtime does not know. */
  List<String> sensitiveFields() {
    return publishedClient ? sensitiveNames.marked() : List.of();
  }

  /** What generation says it does not support. */
  Notices notices() {
    return notices;
  }

  /** The package that an option names. */
  private String packageOf(String name) {
    return switch (name) {
      case "apiPackage" -> apiPackage;
      case "modelPackage" -> modelPackage;
      case "referencePackage" ->
          additionalProperties.getOrDefault(name, packageOf("resourcePackage")).toString();
      default -> additionalProperties.getOrDefault(name, invokerPackage).toString();
    };
  }

  /** {@code WebhookEndpoints}: the name that all classes of the tag start with. */
  private String camelTag(String tag) {
    String resource = TagViews.resource(toApiName(tag));
    return part == OutputPart.API ? resource : facades().of(resource);
  }

  private FacadeNames facades() {
    return new FacadeNames(
        openAPI.getComponents().getSchemas().keySet().stream()
            .map(this::toModelName)
            .collect(Collectors.toSet()));
  }
}
