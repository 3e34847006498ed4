package cloud.finfusion.sandbox.internal.execution;

import cloud.finfusion.sandbox.internal.compact.HashTable;
import cloud.finfusion.sandbox.internal.compact.Packer;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The responses that are replayed, for 24 hours from their requests. They are kept by the hour, so
 * that those of an hour are dropped together.
 */
final class ReplayableResponses {
  private static final long RETENTION = Duration.ofHours(24).toMillis();
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final Deque<Hour> newestFirst = new ArrayDeque<>();

  /** The response to the first request with a key; null if there was none in time. */
  @Nullable Kept find(long key, long now) {
    while (!newestFirst.isEmpty() && newestFirst.getLast().end + RETENTION <= now) {
      newestFirst.removeLast();
    }
    for (Hour hour : newestFirst) {
      @Nullable Kept kept = hour.find(key);
      if (kept != null) {
        return kept.since + RETENTION > now ? kept : null;
      }
    }
    return null;
  }

  void add(long key, Kept kept) {
    if (newestFirst.isEmpty() || newestFirst.getFirst().end <= kept.since) {
      newestFirst.addFirst(new Hour(kept.since + HOUR));
    }
    newestFirst.getFirst().add(key, kept);
  }

  /** The responses to requests before an instant. */
  private static final class Hour {
    final long end;
    private final HashTable indexes = new HashTable();
    private final List<Kept> all = new ArrayList<>();

    Hour(long end) {
      this.end = end;
    }

    void add(long key, Kept kept) {
      indexes.put(key, all.size());
      all.add(kept);
    }

    @Nullable Kept find(long key) {
      int index = indexes.get(key, -1);
      return index < 0 ? null : all.get(index);
    }
  }

  /** A response, with its body packed; a file stays where it is. */
  static final class Kept {
    final long fingerprint;
    private final long since;
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final @Nullable Path file;

    /** The response to a request with this fingerprint, which came at this millisecond. */
    Kept(long fingerprint, long since, ApiResponse response, Packer packer) {
      this.fingerprint = fingerprint;
      this.since = since;
      this.status = response.status();
      this.headers = response.headers();
      this.body = packer.pack(response.body());
      this.file = response.file();
    }

    ApiResponse response(Packer packer) {
      return new ApiResponse(status, headers, packer.unpack(body), file);
    }
  }
}
