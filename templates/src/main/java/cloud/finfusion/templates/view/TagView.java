package cloud.finfusion.templates.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tag of the specification, whose operations are one Retrofit interface and two facades: {@code
 * tag} in their templates.
 *
 * @param facade the blocking facade's class, as {@code Payments}; the other is {@code
 *     AsyncPayments}
 * @param accessor the client's method that returns it, as {@code payments}
 * @param description what the specification says of the tag; null if nothing
 * @param hasModels whether there are models to import
 * @param sharedNames models that are called like an annotation of Retrofit's
 * @param usesParameters whether an argument is converted by the runtime's {@code Parameters}
 * @param usesOkHttp whether a body is one of OkHttp's
 * @param sensitiveFields the names of fields that hold secrets, as a log compares them; none where
 *     the runtime that is written has them
 */
public record TagView(
    String facade,
    String accessor,
    @Nullable String description,
    boolean hasModels,
    List<String> sharedNames,
    boolean usesParameters,
    boolean usesOkHttp,
    List<String> sensitiveFields) {

  /** Copies the lists. */
  public TagView {
    sharedNames = List.copyOf(sharedNames);
    sensitiveFields = List.copyOf(sensitiveFields);
  }
}
