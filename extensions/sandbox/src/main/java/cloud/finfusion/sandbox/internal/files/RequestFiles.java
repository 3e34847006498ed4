package cloud.finfusion.sandbox.internal.files;

import java.nio.file.Path;
import java.util.UUID;

/**
 * A folder for the files of one request. Its end deletes them, however the request ended: only what
 * {@link FileStore#keep} has moved away remains.
 *
 * @param folder the folder, which is there
 */
public record RequestFiles(Path folder) implements AutoCloseable {
  /** The path of a new file, which is not there yet. */
  public Path newFile() {
    return folder.resolve(UUID.randomUUID().toString());
  }

  @Override
  public void close() {
    FolderDeletion.delete(folder);
  }
}
