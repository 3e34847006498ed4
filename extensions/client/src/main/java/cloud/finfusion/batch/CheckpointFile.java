package cloud.finfusion.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint in a file. The lock is on a file beside it, as the file itself is replaced by each
 * save; the file of the lock stays.
 */
final class CheckpointFile implements CheckpointStore {
  private final Path path;
  private @Nullable FileChannel lock;

  CheckpointFile(Path path) {
    this.path = path.toAbsolutePath();
  }

  @Override
  public @Nullable String open() {
    try {
      FileChannel channel =
          FileChannel.open(beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock = channel;
      if (channel.tryLock() == null) {
        throw inUse(null);
      }
      return Files.readString(path);
    } catch (NoSuchFileException first) {
      return null;
    } catch (OverlappingFileLockException ofThisProcess) {
      throw inUse(ofThisProcess);
    } catch (IOException failure) {
      throw failed("read", failure);
    }
  }

  @Override
  public void save(String state) {
    Path whole = beside(".tmp");
    try (FileChannel channel =
        FileChannel.open(
            whole,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer text = ByteBuffer.wrap((state + "\n").getBytes(StandardCharsets.UTF_8));
      while (text.hasRemaining()) {
        channel.write(text);
      }
      channel.force(true);
      Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw failed("write", failure);
    }
  }

  @Override
  public void close() {
    FileChannel held = lock;
    lock = null;
    if (held != null) {
      try {
        held.close();
      } catch (IOException failure) {
        throw failed("unlock", failure);
      }
    }
  }

  private Path beside(String ending) {
    return path.resolveSibling(path.getFileName() + ending);
  }

  private CheckpointException inUse(@Nullable Exception cause) {
    close();
    return new CheckpointException(
        "checkpoint " + path + ": expected it for this run alone, another run has it. End that run",
        cause);
  }

  private CheckpointException failed(String what, IOException failure) {
    return new CheckpointException(
        "checkpoint " + path + ": cannot " + what + " it. Check the folder and its rights",
        failure);
  }

  @Override
  public String toString() {
    return "CheckpointFile{" + path + "}";
  }
}
