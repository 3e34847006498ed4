package cloud.finfusion.redis;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes that Redis did not take while it failed. They are sent again one after the other, the
 * oldest first, until Redis has taken all. Thread-safe; never waits.
 */
final class UnsentWrites {
  private final int most;
  private final Consumer<Set<String>> makeRoom;
  private final Function<String, ? extends CompletionStage<?>> send;
  private final Executor later;
  private final Set<String> writes = new LinkedHashSet<>(); // guarded by this
  private @Nullable String oldest; // is being sent; guarded by this
  private boolean addedAgain; // since it was sent; guarded by this
  private boolean sending; // guarded by this
  private boolean closed; // guarded by this

  /**
   * Makes an empty set.
   *
   * @param most how many writes are kept
   * @param makeRoom is given the writes, the oldest first, when there are more
   * @param send sends a write; a stage that fails is followed by another attempt
   * @param later runs a task after some time
   */
  UnsentWrites(
      int most,
      Consumer<Set<String>> makeRoom,
      Function<String, ? extends CompletionStage<?>> send,
      Executor later) {
    this.most = most;
    this.makeRoom = makeRoom;
    this.send = send;
    this.later = later;
  }

  /** Keeps a write and sends it later. */
  synchronized void add(String write) {
    if (closed) {
      return;
    }
    addedAgain |= write.equals(oldest);
    writes.add(write);
    if (writes.size() > most) {
      makeRoom.accept(writes);
      addedAgain = true; // perhaps: what makes room may add it
    }
    if (!sending) {
      sending = true;
      later.execute(this::sendOldest);
    }
  }

  /** Gives up the oldest write. */
  static void removeOldest(Set<String> writes) {
    Iterator<String> oldestFirst = writes.iterator();
    oldestFirst.next();
    oldestFirst.remove();
  }

  synchronized boolean contains(String write) {
    return writes.contains(write);
  }

  private void sendOldest() {
    String write = oldest();
    if (write != null) {
      var unused = send.apply(write).whenCompleteAsync((taken, failure) -> sent(write, failure));
    }
  }

  private synchronized @Nullable String oldest() {
    sending = !closed && !writes.isEmpty();
    addedAgain = false;
    oldest = sending ? writes.iterator().next() : null;
    return oldest;
  }

  private void sent(String write, @Nullable Throwable failure) {
    if (failure == null) {
      remove(write);
      sendOldest();
    } else {
      later.execute(this::sendOldest);
    }
  }

  /** Redis has the write, but not what was added while it was being sent. */
  private synchronized void remove(String write) {
    if (!addedAgain) {
      writes.remove(write);
    }
  }

  /** Gives all up. */
  synchronized void close() {
    closed = true;
    writes.clear();
  }
}
