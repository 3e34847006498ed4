package cloud.finfusion.sandbox.internal.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the files of requests in a folder of its own, which is deleted at the end. */
public final class FileStore implements AutoCloseable {
  private final Map<String, ReceivedFile> byResource = new ConcurrentHashMap<>();
  private @Nullable Path folder; // guarded by this

  /** The folder, made when it is first needed. */
  public synchronized Path folder() throws IOException {
    if (folder == null) {
      folder = Files.createTempDirectory("finfusion-sandbox");
    }
    return folder;
  }

  /** The path of a new file, which is not there yet. */
  public Path newFile() throws IOException {
    return folder().resolve(UUID.randomUUID().toString());
  }

  /** Makes a file that of a resource, in place of the one before. */
  public void keep(String resourceId, ReceivedFile file) {
    byResource.put(resourceId, file);
  }

  /** The file of a resource. */
  public Optional<ReceivedFile> find(String resourceId) {
    return Optional.ofNullable(byResource.get(resourceId));
  }

  @Override
  public synchronized void close() {
    if (folder != null) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(FileStore::delete);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
