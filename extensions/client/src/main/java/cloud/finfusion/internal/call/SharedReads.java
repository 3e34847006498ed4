package cloud.finfusion.internal.call;

import cloud.finfusion.internal.cache.CacheKey;
import cloud.finfusion.internal.cache.InFlight;
import cloud.finfusion.internal.cache.ResponseCache;
import cloud.finfusion.metrics.CacheRecord;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a read makes an exchange, perhaps for others too, or waits for that of another
 * call. Thread-safe.
 */
final class SharedReads {
  /** Receives the decision and the end of the read. */
  interface Reader {
    /**
     * The call makes the exchange, perhaps for others too. Returns false if the call was stopped
     * meanwhile.
     */
    boolean readsAlone();

    /** Another call's read ended; without effect if that comes too late. */
    void joined(SharedRead read);

    /** The other call gave its read up. */
    void ownerGaveUp();

    /** An event came that the call waited for. */
    void wake();
  }

  private final @Nullable ResponseCache<SharedRead> cache;
  private final CallEvents events;
  private final CallContext context;
  private @Nullable InFlight<SharedRead> owned; // guarded by this
  private volatile int joinedStatus; // written before the call learns of the other read's end

  SharedReads(CallServices services, CallContext context) {
    this.cache = services.cache();
    this.events = services.events();
    this.context = context;
  }

  /** Joins an equal read, or becomes the read that others join. */
  void join(@Nullable CacheKey key, Reader reader) {
    if (key == null || cache == null) {
      reader.readsAlone();
      return;
    }
    InFlight<SharedRead> read = cache.join(key);
    events.cacheRead(context, result(read));
    if (read.isOwner()) {
      own(read, reader);
    } else if (read.end().isDone()) {
      ended(read.end().join().orElse(null), reader);
    } else {
      var unused =
          read.end()
              .thenAccept(
                  end -> {
                    end.ifPresent(this::keepStatus);
                    ended(end.orElse(null), reader);
                    reader.wake();
                  });
    }
  }

  private static CacheRecord.Result result(InFlight<SharedRead> read) {
    if (read.isOwner()) {
      return CacheRecord.Result.MISS;
    }
    return read.end().isDone() ? CacheRecord.Result.HIT : CacheRecord.Result.JOINED;
  }

  private void keepStatus(SharedRead read) {
    joinedStatus = read instanceof SharedRead.Success success ? success.status() : 0;
  }

  /** Returns the status of the success that this call waited for; 0 for a cached one, or none. */
  int joinedStatus() {
    return joinedStatus;
  }

  private void own(InFlight<SharedRead> read, Reader reader) {
    synchronized (this) {
      owned = read;
    }
    if (!reader.readsAlone()) {
      giveUp();
    }
  }

  private static void ended(@Nullable SharedRead read, Reader reader) {
    if (read == null) {
      reader.ownerGaveUp();
    } else {
      reader.joined(read);
    }
  }

  /**
   * Gives the read up, so that the calls that joined look for another one at once, also while the
   * attempt on the wire has not noticed.
   */
  void giveUp() {
    InFlight<SharedRead> read = takeOwned();
    if (read != null && cache != null) {
      cache.giveUp(read);
    }
  }

  /** Returns the read that this call makes for others too, once; null if there is none. */
  synchronized @Nullable InFlight<SharedRead> takeOwned() {
    InFlight<SharedRead> read = owned;
    owned = null;
    return read;
  }
}
