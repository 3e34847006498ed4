package cloud.finfusion.internal.call;

import cloud.finfusion.internal.cache.CacheKey;
import cloud.finfusion.internal.cache.InFlight;
import cloud.finfusion.internal.cache.ResponseCache;
import cloud.finfusion.metrics.CacheRecord;
import org.jspecify.annotations.Nullable;

/**
 * Whose exchange a read is: its own, one that it makes for others too, or another call's that it
 * waits for. Thread-safe.
 */
final class SharedReads {
  /** What a call learns of its read. */
  interface Reader {
    /** It reads for itself, and perhaps for others. Returns false if it was stopped meanwhile. */
    boolean readsAlone();

    /** Another call's read ended so; of no effect if that comes too late. */
    void joined(SharedRead read);

    /** The other call was given up. */
    void ownerGaveUp();

    /** Something happened that it waited for. */
    void wake();
  }

  private final @Nullable ResponseCache<SharedRead> cache;
  private final CallEvents events;
  private final CallContext context;
  private @Nullable InFlight<SharedRead> owned; // guarded by this

  SharedReads(CallServices services, CallContext context) {
    this.cache = services.cache();
    this.events = services.events();
    this.context = context;
  }

  /** Looks for an equal read, or becomes the one that others join. */
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

  /** Those who joined look for another at once, also while the wire has not noticed. */
  void giveUp() {
    InFlight<SharedRead> read = takeOwned();
    if (read != null && cache != null) {
      cache.giveUp(read);
    }
  }

  /** The read that this call makes for others; handed out once. Null if none. */
  synchronized @Nullable InFlight<SharedRead> takeOwned() {
    InFlight<SharedRead> read = owned;
    owned = null;
    return read;
  }
}
