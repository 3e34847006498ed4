package cloud.finfusion.templates;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A part of the SDK that one run of the generator writes, and the templates for its files. */
enum OutputPart {
  /** Models, Retrofit interfaces and the runtime that both use. */
  API {
    @Override
    Optional<String> modelTemplate() {
      return Optional.of("model.mustache");
    }

    @Override
    Map<String, String> apiTemplates() {
      return Map.of("api.mustache", "*Api.java");
    }

    @Override
    Map<String, String> supportingTemplates() {
      Map<String, String> templates = new LinkedHashMap<>();
      Stream.concat(RUNTIME.stream(), RuntimeUse.optionalClasses())
          .forEach(name -> templates.put("runtime/" + name + ".mustache", "runtimePackage"));
      templates.put("api/package-info.mustache", "apiPackage");
      templates.put("model/package-info.mustache", "modelPackage");
      templates.put("module-info.mustache", "");
      return templates;
    }

    @Override
    List<String> nativeImageTemplates() {
      return List.of("native-image/reflect-config.mustache", "native-image/proxy-config.mustache");
    }
  },
  /** The typed facades, which need the client. */
  RESOURCES {
    @Override
    Map<String, String> apiTemplates() {
      return Map.of("resource.mustache", "*.java", "asyncResource.mustache", "Async*.java");
    }

    @Override
    Map<String, String> supportingTemplates() {
      return Map.of(
          "resource/FinFusionResources.mustache", "resourcePackage",
          "resource/AsyncResources.mustache", "resourcePackage",
          "resource/package-info.mustache", "resourcePackage",
          "resource/EventType.mustache", "webhookPackage");
    }
  },
  /** A page of each tag, and the tests that run its programs. */
  REFERENCE {
    @Override
    Map<String, String> apiTemplates() {
      return Map.of("reference.mustache", "*.md", "referenceTest.mustache", "*ReferenceTest.java");
    }

    @Override
    Map<String, String> supportingTemplates() {
      return Map.of();
    }

    @Override
    List<String> pages() {
      return List.of("reference/README.mustache");
    }
  },
  /** The tests of each operation over the wire, and what they have in common. */
  WIRETESTS {
    @Override
    Map<String, String> apiTemplates() {
      return Map.of("wireTest.mustache", "*WireTest.java");
    }

    @Override
    Map<String, String> supportingTemplates() {
      return WIRE.stream()
          .collect(Collectors.toMap(name -> "wire/" + name + ".mustache", name -> "wirePackage"));
    }
  };

  private static final List<String> WIRE =
      List.of(
          "AddressedOperation",
          "BatchedOperation",
          "BlockingOrAsync",
          "CachedOperation",
          "OperationWireTest",
          "PagedOperation",
          "RepeatedOperation",
          "UncachedOperation",
          "UnrepeatedOperation",
          "WaitedOperation",
          "WireCheck",
          "WireExpectation",
          "WireJson",
          "WireOperation",
          "WireServer");

  private static final Set<String> OF_ONE_CLIENT =
      Set.of("module-info", "FinFusionResources", "AsyncResources", "EventType");

  private static final List<String> RUNTIME =
      List.of(
          "ContainerAdapters",
          "EnumAdapter",
          "Constraint",
          "FreeFormAdapter",
          "GeneratedModel",
          "InvalidArgumentException",
          "Json",
          "LeadingMembers",
          "MinorUnits",
          "ModelAdapter",
          "ModelAdapterFactory",
          "ObjectAdapter",
          "OpenEnum",
          "Operation",
          "Property",
          "Rfc3339",
          "SafeText",
          "ScalarAdapter",
          "SecretForms",
          "SensitiveNames",
          "StrictJson",
          "StrictJsonCheck",
          "TextWriter",
          "TreeAdapter",
          "UnionAdapter",
          "UnreadableJsonException",
          "package-info");

  Optional<String> modelTemplate() {
    return Optional.empty();
  }

  /** Template to file name; {@code *} stands for the tag. */
  abstract Map<String, String> apiTemplates();

  /** Template to the option that names its package. */
  abstract Map<String, String> supportingTemplates();

  /** What GraalVM is to know of the generated code. */
  List<String> nativeImageTemplates() {
    return List.of();
  }

  /** What stands beside the pages of the tags. */
  List<String> pages() {
    return List.of();
  }

  static boolean isOfRuntime(String className) {
    return RUNTIME.contains(className) || RuntimeUse.isOptional(className);
  }

  /**
   * Whether a template writes what the published client has already: of the runtime all that is not
   * optional, and what only the client of a specification of its own extends.
   */
  static boolean isPublished(String template) {
    String name = template.replaceFirst("^.*/", "").replace(".mustache", "");
    return template.startsWith("runtime/")
        ? !RuntimeUse.isOptional(name)
        : OF_ONE_CLIENT.contains(name);
  }

  static OutputPart named(String name) {
    return Arrays.stream(values())
        .filter(part -> part.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "option part: expected api, resources, reference or wiretests, got " + name));
  }
}
