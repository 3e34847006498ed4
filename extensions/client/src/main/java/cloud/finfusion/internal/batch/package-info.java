/**
 * The runs behind batches. {@link cloud.finfusion.internal.batch.ChunkState} decides what comes of
 * each item of one request and which items are sent again; {@link
 * cloud.finfusion.internal.batch.ChunkRun} sends and waits; {@link
 * cloud.finfusion.internal.batch.BatchRun} keeps a number of them in flight.
 */
@NullMarked
package cloud.finfusion.internal.batch;

import org.jspecify.annotations.NullMarked;
