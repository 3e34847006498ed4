package cloud.finfusion.sandbox.internal.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the files of resources in a folder of its own, which is deleted at the end. A file is
 * deleted before when its resource gets another one, or is deleted.
 */
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

  /** The place for the files of a new request. */
  public RequestFiles newRequest() throws IOException {
    return new RequestFiles(Files.createTempDirectory(folder(), "request"));
  }

  /** Moves a file here, as that of a resource, in place of the one before. */
  public void keep(String resourceId, ReceivedFile file) {
    try {
      Path path = folder().resolve(UUID.randomUUID().toString());
      delete(byResource.put(resourceId, file.moveTo(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file of a resource. */
  public Optional<ReceivedFile> find(String resourceId) {
    return Optional.ofNullable(byResource.get(resourceId));
  }

  /** Deletes the file of a resource, if it has one. */
  public void remove(String resourceId) {
    delete(byResource.remove(resourceId));
  }

  private static void delete(@Nullable ReceivedFile file) {
    if (file != null) {
      FolderDeletion.delete(file.path());
    }
  }

  @Override
  public synchronized void close() {
    if (folder != null) {
      FolderDeletion.delete(folder);
    }
  }
}
