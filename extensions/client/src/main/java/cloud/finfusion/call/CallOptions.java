package cloud.finfusion.call;

import cloud.finfusion.internal.check.Checks;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.runtime.SafeText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one call does differently from its client. Immutable. Neither {@code toString} nor a tool
 * that prints fields shows its keys, names and values.
 */
public final class CallOptions {
  private static final CallOptions NONE = builder().build();

  private final transient @Nullable String idempotencyKey;
  private final transient @Nullable String idempotencyReference;
  private final @Nullable Duration deadline;
  private final @Nullable Duration timeout;
  private final transient @Nullable String actor;
  private final transient @Nullable Consumer<ResponseInfo> onResponse;
  private final transient Map<String, String> headers;
  private final transient Map<String, List<String>> queryParameters;
  private final transient Map<String, @Nullable Object> bodyFields;
  private final boolean addsToRequest;

  private CallOptions(Builder builder) {
    idempotencyKey = builder.idempotencyKey;
    idempotencyReference = builder.idempotencyReference;
    deadline = builder.deadline;
    timeout = builder.timeout;
    actor = builder.actor;
    onResponse = builder.onResponse;
    headers = RequestAdditions.headers(builder.headers);
    queryParameters = RequestAdditions.queryParameters(builder.queryParameters);
    bodyFields = RequestAdditions.bodyFields(builder.bodyFields);
    addsToRequest = !(headers.isEmpty() && queryParameters.isEmpty() && bodyFields.isEmpty());
  }

  /** Returns options that change nothing. */
  public static CallOptions none() {
    return NONE;
  }

  /** Returns a new builder. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with the values of this one. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.idempotencyKey = idempotencyKey;
    builder.idempotencyReference = idempotencyReference;
    builder.deadline = deadline;
    builder.timeout = timeout;
    builder.actor = actor;
    builder.onResponse = onResponse;
    builder.headers = headers;
    builder.queryParameters = queryParameters;
    builder.bodyFields = bodyFields;
    return builder;
  }

  /** Returns the idempotency key of this write; null if the client makes one. */
  public @Nullable String idempotencyKey() {
    return idempotencyKey;
  }

  /** Returns the reference that the key is made of; null if there is none. */
  public @Nullable String idempotencyReference() {
    return idempotencyReference;
  }

  /** Returns the time for the whole call; null for the client's. */
  public @Nullable Duration deadline() {
    return deadline;
  }

  /** Returns the time for one attempt; null for the client's. */
  public @Nullable Duration timeout() {
    return timeout;
  }

  /** Returns the name of the caller; null if none was given. */
  public @Nullable String actor() {
    return actor;
  }

  /** Returns the listener that is given the response; null if there is none. */
  public @Nullable Consumer<ResponseInfo> onResponse() {
    return onResponse;
  }

  /** Returns whether the call adds a header, a query parameter or a field to its request. */
  public boolean addsToRequest() {
    return addsToRequest;
  }

  /** Returns the headers that the call adds, by name. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Returns the query parameters that the call adds, by name. */
  public Map<String, List<String>> queryParameters() {
    return queryParameters;
  }

  /** Returns the fields that the call adds to its body, by name. */
  public Map<String, @Nullable Object> bodyFields() {
    return bodyFields;
  }

  @Override
  public String toString() {
    return "CallOptions{deadline=" + deadline + ", timeout=" + timeout + "}";
  }

  /** Collects options; {@link #build()} checks them. Not thread-safe. */
  public static final class Builder {
    private transient @Nullable String idempotencyKey;
    private transient @Nullable String idempotencyReference;
    private @Nullable Duration deadline;
    private @Nullable Duration timeout;
    private transient @Nullable String actor;
    private transient @Nullable Consumer<ResponseInfo> onResponse;
    private transient Map<String, @Nullable String> headers = Map.of();
    private transient Map<String, List<@Nullable String>> queryParameters = Map.of();
    private transient Map<String, @Nullable Object> bodyFields = Map.of();

    private Builder() {}

    /**
     * The idempotency key of this write: sending the same key again does nothing twice. 1 to 255
     * visible ASCII characters. Take it from your own records, as {@code order-17}. For operations
     * that take a key only.
     */
    public Builder idempotencyKey(String key) {
      this.idempotencyKey = key;
      return this;
    }

    /**
     * Derives the idempotency key from a reference of your business and the operation's name. An
     * order that a restarted program pays again stays one payment, and its refund has another key.
     * 1 to 1000 characters, not blank.
     */
    public Builder idempotencyReference(String reference) {
      this.idempotencyReference = reference;
      return this;
    }

    /**
     * The time for the whole call, waits and retries included; more than zero, at most one day.
     * Default: the client's.
     */
    public Builder deadline(Duration time) {
      this.deadline = time;
      return this;
    }

    /**
     * The time for one attempt, from connecting to the last byte; more than zero, at most one day.
     * Default: the client's.
     */
    public Builder timeout(Duration time) {
      this.timeout = time;
      return this;
    }

    /**
     * Names the caller, as {@code clerk-7}, for your access log ({@code CallListener.keyUsed}). The
     * name is not sent.
     */
    public Builder actor(String name) {
      this.actor = name;
      return this;
    }

    /**
     * Adds a listener that is given the status, headers and request id of the last response, once,
     * if one came. Exceptions it throws are logged and ignored.
     */
    public Builder onResponse(Consumer<ResponseInfo> listener) {
      this.onResponse = listener;
      return this;
    }

    /**
     * Sends a header of your own, as a gateway in between may need it. The same name again replaces
     * the value. A call that adds anything to its request neither reads nor fills the cache, and
     * shares no other call's exchange; each of its attempts sends the same. Refused are headers
     * that the SDK or HTTP writes: {@code Authorization}, {@code Idempotency-Key}, {@code
     * X-Request-Id}, {@code User-Agent}, {@code Content-Type}, {@code Accept}, and those of the
     * connection and the body, as {@code Host} and {@code Content-Length}. Logs show the name only.
     */
    public Builder header(String name, String value) {
      this.headers = RequestAdditions.with(headers, name, value);
      return this;
    }

    /**
     * Sends a query parameter that this version does not know; see {@link #header}. The same name
     * again sends another value of it. A parameter that the call's params have a value for is
     * refused before anything is sent.
     */
    public Builder queryParameter(String name, String value) {
      this.queryParameters = RequestAdditions.withValue(queryParameters, name, value);
      return this;
    }

    /**
     * Sends a field in the body that this version does not know; see {@link #header}. The value is
     * a text, number, boolean, list, map or null; the same name again replaces it. A field that the
     * call's params have a value for is refused before anything is sent, and so is any where the
     * operation has no body. A write that is repeated under its idempotency key has to repeat the
     * fields too: they are a part of the request that the key stands for.
     */
    public Builder bodyField(String name, @Nullable Object value) {
      this.bodyFields = RequestAdditions.with(bodyFields, name, value);
      return this;
    }

    /**
     * Returns the options.
     *
     * @throws InvalidArgumentException naming the option that is out of bounds
     */
    public CallOptions build() {
      if (idempotencyReference != null
          && (idempotencyReference.isBlank() || idempotencyReference.length() > 1000)) {
        throw new InvalidArgumentException(
            "idempotencyReference", "expected 1 to 1000 characters, got a blank or longer text");
      }
      if (idempotencyReference
          != null) { // references that differ in half a surrogate pair would make one key
        SafeText.requireWhole("idempotencyReference", idempotencyReference);
      }
      if (idempotencyKey != null && idempotencyReference != null) {
        throw new InvalidArgumentException(
            "idempotencyKey", "expected a key or a reference, got both. Leave one out");
      }
      if (idempotencyKey != null && !idempotencyKey.matches("[\\x21-\\x7E]{1,255}")) {
        throw new InvalidArgumentException(
            "idempotencyKey", "expected 1 to 255 visible ASCII characters, got something else");
      }
      if (deadline != null) {
        Checks.upToOneDay("deadline", deadline);
      }
      if (timeout != null) {
        Checks.upToOneDay("timeout", timeout);
      }
      return new CallOptions(this);
    }
  }
}
