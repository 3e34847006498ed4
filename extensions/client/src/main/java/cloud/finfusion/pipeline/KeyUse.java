package cloud.finfusion.pipeline;

import cloud.finfusion.auth.KeyAge;
import cloud.finfusion.metrics.KeyUseRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Sees which key signs: tells the access log, and warns of one that is old. */
final class KeyUse {
  private static final int SHOWN = 8;

  private final Watch watch;
  private final Time time;
  private final @Nullable Instant createdAt;
  private final Consumer<Duration> whenOld;
  private final AtomicBoolean warned = new AtomicBoolean();
  private volatile Print last = new Print("", "");
  private volatile @Nullable String first;

  /** Told the age of an old key, once, is {@code whenOld}. */
  KeyUse(Watch watch, Time time, @Nullable Instant createdAt, Consumer<Duration> whenOld) {
    this.watch = watch;
    this.time = time;
    this.createdAt = createdAt;
    this.whenOld = whenOld;
  }

  void of(Journey journey, String token) {
    if (watch.isListened()) {
      String actor = journey.options().actor();
      watch.keyUsed(new KeyUseRecord(journey.operation().name(), actor, fingerprint(token)));
    }
    if (createdAt != null && !warned.get()) {
      warnIfOld(token, createdAt);
    }
  }

  private String fingerprint(String token) {
    Print known = last;
    if (!known.token.equals(token)) {
      String hex = ByteString.encodeUtf8(token).sha256().hex();
      known = new Print(token, hex.substring(0, SHOWN));
      last = known;
    }
    return known.fingerprint;
  }

  /** Of the key that signed first; the age of one that replaced it is not known. */
  private void warnIfOld(String token, Instant since) {
    if (first == null) {
      first = token;
    }
    Duration age = Duration.between(since, time.now());
    if (KeyAge.isOld(age) && token.equals(first) && warned.compareAndSet(false, true)) {
      whenOld.accept(age);
    }
  }

  private static final class Print {
    private final String token;
    private final String fingerprint;

    Print(String token, String fingerprint) {
      this.token = token;
      this.fingerprint = fingerprint;
    }
  }
}
