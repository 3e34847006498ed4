package cloud.finfusion.auth;

import cloud.finfusion.runtime.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A key in a file. The file's attributes are read each time, its content only when they changed.
 */
final class FileKeySource implements KeySource {
  private static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion");

  private static final int LONGEST_PATH = 512;

  private final Path path;
  private final AtomicBoolean warned = new AtomicBoolean();
  private transient volatile @Nullable Content
      content; // transient: no secret where fields are printed

  FileKeySource(Path path) {
    this.path = path;
  }

  @Override
  public @Nullable String key() {
    Content known = content;
    try {
      Version version = Version.of(path);
      if (known == null || !known.version.equals(version)) {
        known = read(version, known);
        content = known;
      }
    } catch (IOException gone) {
      warn(known);
    }
    return known == null ? null : known.key;
  }

  /** An empty file is being written just now: the key read before is used meanwhile. */
  private @Nullable Content read(Version version, @Nullable Content before) throws IOException {
    String key = Files.readString(path).strip();
    if (key.isEmpty()) {
      warn(before);
      return before;
    }
    warned.set(false);
    return new Content(version, key);
  }

  private void warn(@Nullable Content known) {
    if (known != null && warned.compareAndSet(false, true)) {
      LOG.warn(
          "the key file {} holds no key any more; the key read last is still used",
          SafeText.line(SafeText.redact(path.toString()), LONGEST_PATH));
    }
  }

  @Override
  public String toString() {
    return "file " + path;
  }

  /** Includes the file key, which differs when another file was moved into the same path. */
  private record Version(FileTime modified, long size, @Nullable String fileKey) {
    static Version of(Path path) throws IOException {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      return new Version(now.lastModifiedTime(), now.size(), Objects.toString(now.fileKey(), null));
    }
  }

  private static final class Content {
    private final Version version;
    private final transient String key;

    Content(Version version, String key) {
      this.version = version;
      this.key = key;
    }
  }
}
