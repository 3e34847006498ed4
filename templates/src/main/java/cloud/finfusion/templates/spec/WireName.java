package cloud.finfusion.templates.spec;

import org.openapitools.codegen.CodegenParameter;

/** The name that the specification gives a path's parameter, of which Retrofit may need another. */
public final class WireName {
  private static final String KEY = "x-wire-name";

  private WireName() {}

  /** Gives the parameter Retrofit's name and keeps its own. */
  public static void replace(CodegenParameter parameter, String name) {
    parameter.vendorExtensions.put(KEY, parameter.baseName);
    parameter.baseName = name;
  }

  public static String of(CodegenParameter parameter) {
    return String.valueOf(parameter.vendorExtensions.getOrDefault(KEY, parameter.baseName));
  }
}
