package cloud.finfusion.file;

import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.runtime.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A file that an operation sends, read while it is sent: no more than a block of it is in memory.
 *
 * <pre>{@code
 * client.documents().upload(Upload.ofFile(Path.of("passport.jpg")).withContentType("image/jpeg"), params);
 * }</pre>
 *
 * A file, bytes, and streams that a supplier opens are sent again where the client repeats the
 * call; a single {@link InputStream} is sent once, so that its call is repeated only if nothing of
 * it was sent. Whether a call may be repeated at all is decided as for any write. The time of an
 * attempt, {@link cloud.finfusion.call.CallOptions.Builder#timeout}, includes the sending.
 *
 * <p>What cannot be read ends the call with a {@link cloud.finfusion.error.ConfigurationException},
 * for a write of which a part was sent as the cause of an {@link
 * cloud.finfusion.error.OutcomeUnknownException}.
 *
 * <p>Immutable; thread-safe, but for what it reads from.
 */
public final class Upload extends RequestBody {
  private static final MediaType BYTES = MediaType.get("application/octet-stream");

  private final UploadSource source;
  private final @Nullable MediaType type;
  private final @Nullable String fileName;
  private final Progress progress;

  private Upload(
      UploadSource source, @Nullable MediaType type, @Nullable String fileName, Progress progress) {
    this.source = source;
    this.type = type;
    this.fileName = fileName;
    this.progress = progress;
  }

  private static Upload of(UploadSource source, @Nullable String fileName) {
    return new Upload(source, null, fileName, (bytes, total) -> {});
  }

  /**
   * Returns the file at a path, with its name. It must not change before the call has ended.
   *
   * @throws InvalidArgumentException if there is no file that can be read
   */
  public static Upload ofFile(Path file) {
    InvalidArgumentException.unlessPresent("upload", file);
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new InvalidArgumentException(
          "upload", "expected a file that can be read, got none. Check its path");
    }
    return of(UploadSource.of(file), String.valueOf(file.getFileName()));
  }

  /** Returns these bytes, which are not copied. */
  public static Upload ofBytes(byte[] bytes) {
    InvalidArgumentException.unlessPresent("upload", bytes);
    return of(UploadSource.of(bytes), null);
  }

  /**
   * Returns what a stream has. It is read once, by the thread that sends it, and closed after that.
   *
   * @param length how many bytes it has; -1 if that is not known
   * @throws InvalidArgumentException if the length is less than -1
   */
  public static Upload ofStream(InputStream stream, long length) {
    InvalidArgumentException.unlessPresent("upload", stream);
    return of(UploadSource.once(stream, length), null);
  }

  /**
   * Returns what streams have that are opened whenever the file is sent. Each is closed.
   *
   * @param length how many bytes each has; -1 if that is not known
   * @throws InvalidArgumentException if the length is less than -1
   */
  public static Upload ofStreams(Supplier<? extends InputStream> opens, long length) {
    InvalidArgumentException.unlessPresent("upload", opens);
    return of(UploadSource.opened(opens, length), null);
  }

  /**
   * Returns the same with a media type, as {@code image/jpeg}; unset, it is that of the
   * specification.
   *
   * @throws InvalidArgumentException if the text is no media type of printable ASCII characters
   */
  public Upload withContentType(String mediaType) {
    InvalidArgumentException.unlessPresent("contentType", mediaType);
    MediaType parsed = MediaType.parse(mediaType);
    if (parsed == null || !mediaType.chars().allMatch(each -> each >= ' ' && each <= '~')) {
      throw new InvalidArgumentException(
          "contentType", "expected a media type as image/jpeg, got other text. Correct it");
    }
    return new Upload(source, parsed, fileName, progress);
  }

  /**
   * Returns the same with the name that the server gets, if the file is one part of a body; unset,
   * it is the path's, or that of the part.
   */
  public Upload withFileName(String name) {
    InvalidArgumentException.unlessPresent("fileName", name);
    SafeText.requireWhole("fileName", name);
    return new Upload(source, type, name, progress);
  }

  /** Returns the same, whose progress is reported while it is sent. */
  public Upload onProgress(Progress listener) {
    InvalidArgumentException.unlessPresent("onProgress", listener);
    return new Upload(source, type, fileName, listener);
  }

  /**
   * Returns the body for the raw Retrofit interface: with the media type of the specification if
   * the upload has none.
   */
  public static @Nullable RequestBody body(@Nullable Upload upload, String mediaType) {
    return upload == null || upload.type != null ? upload : upload.withContentType(mediaType);
  }

  @Nullable String fileName() {
    return fileName;
  }

  @Override
  public MediaType contentType() {
    return type == null ? BYTES : type;
  }

  @Override
  public long contentLength() throws IOException {
    return source.length();
  }

  @Override
  public boolean isOneShot() {
    return !source.isRepeatable();
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    long total = contentLength();
    long sent = 0;
    byte[] block = new byte[UploadSource.BLOCK];
    try (OpenedSource from = source.open()) {
      for (int count = from.read(block); count >= 0; count = from.read(block)) {
        sent += count;
        from.check(total < 0 || sent <= total, total);
        sink.write(block, 0, count);
        moved(sent, total);
      }
      from.check(total < 0 || sent == total, total);
    }
  }

  private void moved(long sent, long total) {
    Guard.run("a progress callback", () -> progress.moved(sent, total));
  }

  /** Shows neither name nor content. */
  @Override
  public String toString() {
    return "Upload[contentType=" + contentType() + "]";
  }
}
