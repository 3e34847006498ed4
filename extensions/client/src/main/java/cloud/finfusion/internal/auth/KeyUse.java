package cloud.finfusion.internal.auth;

import cloud.finfusion.internal.call.CallContext;
import cloud.finfusion.internal.call.CallEvents;
import cloud.finfusion.internal.time.Time;
import cloud.finfusion.metrics.KeyUseRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Notifies listeners of the key that signs an attempt, and warns once of an old key. */
public final class KeyUse {
  private static final int SHOWN = 8;

  private final CallEvents events;
  private final Time time;
  private final @Nullable Instant createdAt;
  private final Consumer<Duration> whenOld;
  private final AtomicBoolean warned = new AtomicBoolean();
  private transient volatile Fingerprint last = new Fingerprint("", "");
  private transient volatile @Nullable String first;

  /**
   * Observes the keys of one client.
   *
   * @param whenOld called once with the age of an old key
   */
  public KeyUse(
      CallEvents events, Time time, @Nullable Instant createdAt, Consumer<Duration> whenOld) {
    this.events = events;
    this.time = time;
    this.createdAt = createdAt;
    this.whenOld = whenOld;
  }

  void of(CallContext context, String token) {
    if (!events.keyUsed().isEmpty()) {
      String actor = context.options().actor();
      events
          .keyUsed()
          .send(new KeyUseRecord(context.operation().name(), actor, fingerprint(token)));
    }
    if (createdAt != null && !warned.get()) {
      warnIfOld(token, createdAt);
    }
  }

  private String fingerprint(String token) {
    Fingerprint known = last;
    if (!known.token.equals(token)) {
      String hex = ByteString.encodeUtf8(token).sha256().hex();
      known = new Fingerprint(token, hex.substring(0, SHOWN));
      last = known;
    }
    return known.fingerprint;
  }

  /** Warns of the key that signed first only: the age of a key that replaced it is not known. */
  private void warnIfOld(String token, Instant since) {
    if (first == null) {
      first = token;
    }
    Duration age = Duration.between(since, time.instant());
    if (KeyAge.isOld(age) && token.equals(first) && warned.compareAndSet(false, true)) {
      whenOld.accept(age);
    }
  }

  private static final class Fingerprint {
    private final transient String token; // no secret where fields are printed
    private final String fingerprint;

    Fingerprint(String token, String fingerprint) {
      this.token = token;
      this.fingerprint = fingerprint;
    }
  }
}
