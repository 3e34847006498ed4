package cloud.finfusion.internal.failures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes a failures file, which only its owner may read. Not thread-safe. */
public final class FailuresFile implements AutoCloseable {
  private static final Set<StandardOpenOption> WRITE =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);

  private final FileChannel channel;
  private long bytes;

  private FailuresFile(FileChannel channel, long bytes) {
    this.channel = channel;
    this.bytes = bytes;
  }

  /**
   * Opens a file and keeps its beginning: what was written after the state that a run resumes is
   * written again.
   *
   * @param keep how many bytes to keep; 0 replaces the file
   */
  public static FailuresFile open(Path path, long keep) {
    try {
      FileChannel channel = FileChannel.open(path, WRITE, ownersOnly(path));
      channel.truncate(keep);
      channel.position(channel.size());
      return new FailuresFile(channel, channel.size());
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write the failures file", failure);
    }
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

  /** Adds a line. */
  public void add(FailureLine line) {
    try {
      ByteBuffer text = ByteBuffer.wrap((line.toJson() + "\n").getBytes(StandardCharsets.UTF_8));
      bytes += text.remaining();
      while (text.hasRemaining()) {
        channel.write(text);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write the failures file", failure);
    }
  }

  /** Forces the lines to the disk and returns how many bytes the file has. */
  public long flush() {
    try {
      channel.force(false);
      return bytes;
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write the failures file", failure);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot close the failures file", failure);
    }
  }
}
