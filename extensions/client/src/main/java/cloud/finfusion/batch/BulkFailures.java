package cloud.finfusion.batch;

import cloud.finfusion.internal.failures.FailureLine;
import cloud.finfusion.internal.failures.FailuresFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;

/**
 * The failures file of a bulk run, to be sent again:
 *
 * <pre>{@code
 * try (BulkFailures<CustomerBatchItem> failures =
 *     BulkFailures.read(file, CustomerBatchItem::fromJson)) {
 *   client.customers().bulk(failures.iterator(), options).run();
 * }
 * }</pre>
 *
 * Items that may have been done carry the idempotency key under which they were sent: send them
 * again within its lifetime. Items that were not done get a new one, so that what was wrong with
 * them can be mended in the file; with a reference function give a mended item another reference,
 * as its key is made of that. Rows that were rejected are left out, and so are items that may have
 * been done under a key that the server no longer knows: look those up. The run that sends them
 * needs another failures file.
 *
 * @param <I> an item
 */
public final class BulkFailures<I> implements AutoCloseable {
  private final BufferedReader reader;
  private final Iterator<I> items;

  private BulkFailures(Path file, BufferedReader reader, Function<String, I> fromJson) {
    this.reader = reader;
    this.items = reader.lines().flatMap(line -> item(file, line).stream()).map(fromJson).iterator();
  }

  private static Optional<String> item(Path file, String line) {
    try {
      return FailureLine.itemOf(line);
    } catch (IllegalArgumentException notOurs) {
      throw new CheckpointException(
          "failures file " + file + ": " + notOurs.getMessage() + ". Check the file", notOurs);
    }
  }

  /**
   * Opens a failures file.
   *
   * @param fromJson makes an item of JSON, as {@code CustomerBatchItem::fromJson}
   * @throws UncheckedIOException if the file cannot be read
   */
  public static <I> BulkFailures<I> read(Path file, Function<String, I> fromJson) {
    try {
      FileChannel channel = FileChannel.open(file);
      FailuresFile.noteReader(channel);
      Reader text = Channels.newReader(channel, StandardCharsets.UTF_8.newDecoder(), -1);
      return new BulkFailures<>(file, new BufferedReader(text), fromJson);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Returns the items, once.
   *
   * <p>Its {@code next} throws a {@link CheckpointException} if a line is not one of a failures
   * file.
   */
  public Iterator<I> iterator() {
    return items;
  }

  /** Closes the file. */
  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
