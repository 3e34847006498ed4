package cloud.finfusion.templates.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation: {@code vendorExtensions.view} of it.
 *
 * @param method the facade's method, as {@code create}
 * @param name the name in metrics and errors, as {@code payments.create}
 * @param family the family of the cache; null if the specification names none
 * @param ttl for how many seconds its response may be kept; null for not at all
 * @param reads whether it only reads
 * @param idempotent whether it takes an {@code Idempotency-Key}
 * @param signed whether it is sent with a credential
 * @param security what it can be signed with, unless a bearer token can sign all operations
 * @param verb Retrofit's annotation without the {@code @}, as {@code GET("v2/payments")}
 * @param headers what its media types make of the headers, unless they are plain JSON
 * @param form whether its body is a form
 * @param multipart whether its body has parts, each a parameter
 * @param result the Java type of its response, {@code Void} if it has none
 * @param hasResult whether it has one
 * @param streamed whether that is a file, which is read off the wire
 * @param facadeResult what the facade returns: {@code Download} for a file, else the result
 * @param pathArguments the facade's arguments that stand in the path
 * @param arguments all arguments of the facade, in order
 * @param parameters the parameters of the Retrofit method
 * @param values what the facade passes for them
 * @param queryType the model of all parameters beside path and body; null if there are none
 * @param page its pages, if it is a list; else null
 * @param batch its items, if it is a batch; else null
 * @param waiting its methods that wait for a state of what it returns; null if it has none
 */
public record OperationView(
    String method,
    String name,
    @Nullable String family,
    @Nullable Integer ttl,
    boolean reads,
    boolean idempotent,
    boolean signed,
    List<SecurityView> security,
    String verb,
    List<String> headers,
    boolean form,
    boolean multipart,
    String result,
    boolean hasResult,
    boolean streamed,
    String facadeResult,
    List<ArgumentView> pathArguments,
    List<ArgumentView> arguments,
    List<ParameterView> parameters,
    List<String> values,
    @Nullable String queryType,
    @Nullable PageView page,
    @Nullable BatchView batch,
    @Nullable WaitView waiting) {

  /** Copies the lists. */
  public OperationView {
    security = List.copyOf(security);
    headers = List.copyOf(headers);
    pathArguments = List.copyOf(pathArguments);
    arguments = List.copyOf(arguments);
    parameters = List.copyOf(parameters);
    values = List.copyOf(values);
  }
}
