package cloud.finfusion.internal.failures;

import cloud.finfusion.runtime.InvalidArgumentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a failures file, which only its owner may read. A file that is fed in, or written by
 * another run, is refused: it would be lost. Not thread-safe.
 */
public final class FailuresFile implements AutoCloseable {
  private static final Set<StandardOpenOption> WRITE =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  private static final long LOCK = Long.MAX_VALUE - 1; // behind all text, which others may read

  private final Path path;
  private final ByteArrayOutputStream added = new ByteArrayOutputStream();
  private @Nullable FileChannel channel;
  private long bytes;

  private FailuresFile(Path path, long bytes) {
    this.path = path;
    this.bytes = bytes;
  }

  /**
   * Opens a file and keeps its beginning: what was written after the state that a run resumes is
   * written again.
   *
   * @param keep how many bytes to keep; 0 replaces the file
   * @throws InvalidArgumentException if the file is in use
   */
  public static FailuresFile open(Path path, long keep) {
    FailuresFile file = new FailuresFile(path, keep);
    try {
      Uninterrupted.run(file::reopen);
      return file;
    } catch (OverlappingFileLockException ofThisProcess) {
      file.close();
      throw inUse(path);
    } catch (IOException failure) {
      file.close();
      throw new UncheckedIOException("cannot write the failures file", failure);
    }
  }

  /** Notes that a file is fed in, so that no run replaces it until the channel is closed. */
  public static void noteReader(FileChannel channel) throws IOException {
    try {
      var unused = channel.tryLock(LOCK, 1, true);
    } catch (OverlappingFileLockException byAnother) {
      // which keeps it from being replaced as well
    }
  }

  private FileChannel reopen() throws IOException {
    FileChannel opened = FileChannel.open(path, WRITE, ownersOnly(path));
    channel = opened;
    if (opened.tryLock(LOCK, 1, false) == null) {
      opened.close();
      throw inUse(path);
    }
    opened.truncate(bytes);
    bytes = opened.size();
    return opened;
  }

  private static InvalidArgumentException inUse(Path path) {
    return new InvalidArgumentException(
        "failures",
        "expected a file for this run alone, " + path + " is read or written. Name another");
  }

  private static FileAttribute<?>[] ownersOnly(Path path) {
    boolean posix =
        path.getFileSystem().equals(FileSystems.getDefault())
            && path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Adds a line, to be written by the next flush. */
  public void add(FailureLine line) {
    added.writeBytes((line.toJson() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Forces the lines to the disk and returns how many bytes the file has. */
  public long flush() {
    byte[] text = added.toByteArray();
    added.reset();
    try {
      if (text.length > 0) {
        Uninterrupted.run(() -> write(ByteBuffer.wrap(text)));
        bytes += text.length;
      }
      return bytes;
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write the failures file", failure);
    }
  }

  /** Writes after what is whole, so that a text that was cut before is replaced. */
  private void write(ByteBuffer text) throws IOException {
    FileChannel known = channel;
    FileChannel file = known != null && known.isOpen() ? known : reopen(); // closed by an interrupt
    file.truncate(bytes).position(bytes);
    while (text.hasRemaining()) {
      file.write(text);
    }
    file.force(false);
  }

  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot close the failures file", failure);
    }
  }
}
