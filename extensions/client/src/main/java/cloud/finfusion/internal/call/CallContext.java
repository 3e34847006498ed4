package cloud.finfusion.internal.call;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.internal.time.Time;
import cloud.finfusion.metrics.CallAttributes;
import cloud.finfusion.runtime.SafeText;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of one call. The context is made where the call starts and is passed down;
 * interceptors, which only have a request, find it through the {@link Attempt} in the request's
 * tag.
 */
public final class CallContext {
  static final int SHORTEST_SECRET = 8;

  private final OperationContext operation;
  private final CallOptions options;
  private final Time time;
  private final long startedAt;
  private final long deadlineAt;
  private final String id = newId();
  private @Nullable CallHeaders headers; // written where the call starts, before anything reads it
  private boolean sentOnce; // written where the call starts, before anything reads it
  private volatile int attempts; // written by the driver's thread at each SEND
  private transient volatile String token = ""; // written by SIGN, on the attempt's thread
  private volatile @Nullable String requestId; // written by the attempt's end, for the log only
  private volatile @Nullable CallAttributes attributes; // written by the first event that needs it

  /** Makes the context of a call that starts now and has so many nanoseconds. */
  CallContext(OperationContext operation, CallOptions options, Time time, long budget) {
    this.operation = operation;
    this.options = options;
    this.time = time;
    this.startedAt = time.nanos();
    this.deadlineAt = startedAt + budget;
  }

  /** Returns an id for logs, which has to be unique but may be guessed. */
  public static String newId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  /** Returns the id of the call, which each of its requests carries. */
  public String id() {
    return id;
  }

  /** Returns the id in the last response, fit for a log; null if it had none or is not kept. */
  public @Nullable String requestId() {
    return requestId;
  }

  void keepRequestId(Response last) {
    String given = shownRequestId(last);
    requestId = given == null ? null : SafeText.name(given);
  }

  /** Returns what the specification says of the operation. */
  public OperationContext operation() {
    return operation;
  }

  /** Returns the options of this call. */
  public CallOptions options() {
    return options;
  }

  /** Returns the names of the query parameters that the call adds, whose values are not logged. */
  public Set<String> addedParameters() {
    return options.queryParameters().keySet();
  }

  /** Returns the names of the body's fields that the call adds, whose values are not logged. */
  public Set<String> addedFields() {
    return options.bodyFields().keySet();
  }

  long startedAt() {
    return startedAt;
  }

  /** Returns the deadline in nanoseconds of the clock. */
  public long deadlineAt() {
    return deadlineAt;
  }

  /** Returns the wall clock, for dates that a server sends. */
  InstantSource clock() {
    return time;
  }

  /** Returns how long the call has taken up to now. */
  public Duration elapsed() {
    return Duration.ofNanos(time.nanos() - startedAt);
  }

  void setHeaders(CallHeaders same) {
    headers = same;
  }

  void setBody(@Nullable RequestBody body) {
    sentOnce = body != null && body.isOneShot();
  }

  /** Returns whether the body can be sent only once, as it is a stream that is read meanwhile. */
  boolean isSentOnce() {
    return sentOnce;
  }

  CallHeaders headers() {
    CallHeaders known = headers;
    if (known == null) {
      throw new IllegalStateException("the call has not started");
    }
    return known;
  }

  String host() {
    return headers().host();
  }

  @Nullable String idempotencyKey() {
    return headers == null ? null : headers.idempotencyKey();
  }

  /** Returns whether sending the operation twice does no harm. */
  boolean repeatable() {
    return operation.read() || idempotencyKey() != null;
  }

  void attemptStarts(int number) {
    attempts = number;
  }

  /** Returns how often the call was tried up to now. */
  public int attempts() {
    return attempts;
  }

  /** Sets the token that signs the attempt; never shown. */
  public void signedWith(String used) {
    token = used;
  }

  /** Returns the token that signed the last attempt; empty if none did. Never shown. */
  public String token() {
    return token;
  }

  /** Returns the values that listeners keep for this call. */
  public synchronized CallAttributes attributes() {
    CallAttributes known = attributes;
    if (known == null) {
      known = new CallAttributes();
      attributes = known;
    }
    return known;
  }

  /** Returns the facts of an error that ends this call now. */
  public CallFacts facts(Outcome outcome, boolean retryable, @Nullable Response last) {
    String given = last == null ? null : shownRequestId(last);
    return new CallFacts(operation.name(), outcome, retryable, attempts, elapsed(), given);
  }

  private @Nullable String shownRequestId(Response last) {
    String given = last.header(CallHeaders.REQUEST_ID);
    return given != null && repeatsToken(given) ? SafeText.HIDDEN : given;
  }

  /** Returns a text without the credentials that signed the last attempt, whatever their form. */
  public String withoutToken(String text) {
    String shown = text;
    for (String each : token.isEmpty() ? List.<String>of() : operation.signer().split(token)) {
      if (each.length() >= SHORTEST_SECRET) { // a shorter one is found in any text
        shown = shown.replace(each, SafeText.HIDDEN);
      }
    }
    return shown;
  }

  /** Returns whether a text holds a credential that signed the last attempt. */
  boolean repeatsToken(String text) {
    return !token.isEmpty() && operation.signer().split(token).stream().anyMatch(text::contains);
  }
}
