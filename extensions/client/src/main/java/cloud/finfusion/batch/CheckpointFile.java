package cloud.finfusion.batch;

import cloud.finfusion.internal.failures.Uninterrupted;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint in a file. The lock is on a file beside it, as the file itself is replaced by each
 * save; the file of the lock stays.
 */
final class CheckpointFile implements CheckpointStore {
  /** Asked before a file is opened: closing a second channel would end the lock of the first. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private boolean held;
  private @Nullable FileChannel lock;
  private @Nullable String state;

  CheckpointFile(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  @Override
  public @Nullable String open() {
    if (!HELD.add(path)) {
      throw inUse(null);
    }
    held = true;
    try {
      Uninterrupted.run(this::lock);
      Uninterrupted.run(this::read);
      return state;
    } catch (OverlappingFileLockException ofThisProcess) {
      close();
      throw inUse(ofThisProcess);
    } catch (IOException failure) {
      close();
      throw failed("read", failure);
    }
  }

  private void lock() throws IOException {
    FileChannel channel =
        FileChannel.open(beside(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    lock = channel;
    if (channel.tryLock() == null) {
      close();
      throw inUse(null);
    }
  }

  private void read() throws IOException {
    try {
      state = Files.readString(path);
    } catch (NoSuchFileException first) {
      state = null;
    }
  }

  @Override
  public void save(String state) {
    try {
      Uninterrupted.run(() -> write(state));
    } catch (IOException failure) {
      throw failed("write", failure);
    }
  }

  private void write(String state) throws IOException {
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
    }
    Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    FileChannel channel = lock;
    lock = null;
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException failure) {
      throw failed("unlock", failure);
    } finally {
      if (held) {
        held = false;
        HELD.remove(path);
      }
    }
  }

  private Path beside(String ending) {
    return path.resolveSibling(path.getFileName() + ending);
  }

  private CheckpointException inUse(@Nullable Exception cause) {
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
