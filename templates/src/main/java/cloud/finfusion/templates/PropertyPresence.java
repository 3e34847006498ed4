package cloud.finfusion.templates;

import org.openapitools.codegen.CodegenProperty;

/**
 * When a property must be there. One model is request and response: a required property that is
 * read-only is in no request, and one that is write-only in no response.
 */
record PropertyPresence(CodegenProperty property) {

  /** Whether every model has a value. */
  boolean isCertain() {
    return isRequired() && !property.isNullable;
  }

  /** Whether neither request nor response may leave it out. */
  boolean isRequired() {
    return property.required && !property.isReadOnly && !property.isWriteOnly;
  }

  /** The method of the model's table. */
  String row() {
    if (property.isNullable) {
      return isRequired() ? "requiredNullable" : "nullable";
    }
    if (isRequired()) {
      return "required";
    }
    return property.required && property.isWriteOnly ? "requiredToWrite" : "optional";
  }
}
