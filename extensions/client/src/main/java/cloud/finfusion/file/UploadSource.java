package cloud.finfusion.file;

import cloud.finfusion.runtime.InvalidArgumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Where the bytes of an upload come from. All it calls is foreign and may throw anything. */
final class UploadSource {
  /** How many bytes are read at a time. */
  static final int BLOCK = 8192;

  private final Callable<? extends InputStream> opens;
  private final Callable<Long> length;
  private final boolean repeatable;

  private UploadSource(
      Callable<? extends InputStream> opens, Callable<Long> length, boolean repeatable) {
    this.opens = opens;
    this.length = length;
    this.repeatable = repeatable;
  }

  static UploadSource of(Path file) {
    return new UploadSource(() -> Files.newInputStream(file), () -> Files.size(file), true);
  }

  static UploadSource of(byte[] bytes) {
    long length = bytes.length;
    return new UploadSource(() -> new ByteArrayInputStream(bytes), () -> length, true);
  }

  static UploadSource opened(Supplier<? extends InputStream> opens, long length) {
    requireLength(length);
    return new UploadSource(opens::get, () -> length, true);
  }

  static UploadSource once(InputStream stream, long length) {
    Objects.requireNonNull(stream, "stream");
    requireLength(length);
    AtomicBoolean used = new AtomicBoolean();
    return new UploadSource(
        () -> {
          if (used.getAndSet(true)) {
            throw new IllegalStateException("the stream was read already");
          }
          return stream;
        },
        () -> length,
        false);
  }

  private static void requireLength(long length) {
    if (length < -1) {
      throw new InvalidArgumentException(
          "upload",
          "expected a length of -1 or more bytes, got " + length + ". Give -1 if it is not known");
    }
  }

  boolean isRepeatable() {
    return repeatable;
  }

  long length() throws IOException {
    return OpenedSource.guarded(length);
  }

  OpenedSource open() throws IOException {
    return new OpenedSource(OpenedSource.guarded(() -> Objects.requireNonNull(opens.call())));
  }
}
