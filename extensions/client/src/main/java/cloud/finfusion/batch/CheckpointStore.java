package cloud.finfusion.batch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the state of a bulk run, so that a run that was stopped or killed goes on where it was.
 * Implement it to keep the state in a database. A run uses one thread.
 *
 * <p>That each item is done once follows from the items' idempotency keys; the checkpoint only
 * saves work. Its text is one line of JSON of at most a few KiB that holds no item, no key and no
 * reference.
 */
public interface CheckpointStore {
  /**
   * Returns a store in a file, written whole or not at all: to a temporary file beside it, forced
   * to the disk and renamed. A second run with the same file is refused while the first has it.
   */
  static CheckpointStore file(Path path) {
    return new CheckpointFile(path);
  }

  /**
   * Takes hold of the state and returns it; null if there is none. Called once, before a run reads
   * an item.
   *
   * @throws CheckpointException if another run has it, or it cannot be read
   */
  @Nullable String open();

  /**
   * Replaces the state. When this returns, the state survives the end of the process. Called before
   * each request and at the end of a run.
   *
   * @throws CheckpointException if the state cannot be written; the run ends
   */
  void save(String state);

  /** Lets go of the state, which stays. Called at the end of a run, whatever came of it. */
  void close();
}
