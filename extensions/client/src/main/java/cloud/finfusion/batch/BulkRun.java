package cloud.finfusion.batch;

import cloud.finfusion.metrics.BulkProgress;

/**
 * A bulk run: items of an iterator, sent in batches, in constant memory.
 *
 * <pre>{@code
 * BulkRun run = client.customers().bulk(items, options);
 * BulkResult result = run.run(); // run.cancel() from another thread stops it
 * }</pre>
 */
public interface BulkRun {
  /**
   * Runs on this thread, which also reads the iterator and calls the options' listeners, until the
   * items end or the run is stopped. An interrupt cancels what is in flight; that is sent again by
   * the run that resumes.
   *
   * @throws cloud.finfusion.error.FinFusionException if the server refuses the key or its
   *     permissions for a whole batch, which it would for the rest too; that batch is sent again by
   *     the run that resumes
   * @throws CheckpointException if the checkpoint cannot be read, written or locked, or is of
   *     another run
   * @throws IllegalStateException if the run was started before
   * @throws RuntimeException what the iterator or {@code onResult} threw; what was in flight has
   *     ended, and a run with a checkpoint can be resumed
   */
  BulkResult run();

  /**
   * Sends nothing more; {@link #run} returns when what is in flight has ended. Allowed from any
   * thread, at any time.
   */
  void cancel();

  /** Returns how far the run is. Allowed from any thread. */
  BulkProgress progress();
}
