package cloud.finfusion.file;

import cloud.finfusion.runtime.InvalidArgumentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import okhttp3.Headers;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * A file that an operation returns, handed over at its first byte and read off the wire, whatever
 * its size. Close it, or read it to its end: until then it holds a connection, and one of the
 * client's requests at once.
 *
 * <pre>{@code
 * try (Download file = client.invoices().pdf("inv_1")) {
 *   file.saveTo(Path.of("invoice.pdf"));
 * }
 * }</pre>
 *
 * The call's deadline goes on while the file is read; set {@link
 * cloud.finfusion.call.CallOptions.Builder#deadline} for large ones. A file that is not closed ends
 * there too, with a warning in the log. What is read fails with a {@link
 * cloud.finfusion.error.FinFusionException}: {@code DeadlineExceededException} at the deadline,
 * {@code CallCancelledException} when the reading thread is interrupted, the future cancelled, or
 * the client closed, {@code ConnectionException} when the connection breaks or the file is shorter
 * than its length; of a write each as the cause of an {@code OutcomeUnknownException}. A file is
 * never requested again once it began.
 *
 * <p>To be read by one thread; {@link #close} may be called by any, and a part of a file is never
 * taken for the whole then: who still reads gets {@code CallCancelledException} or an {@code
 * IOException}.
 */
public final class Download implements AutoCloseable {
  private final Headers headers;
  private final ResponseBody body;
  private final InputStream stream;

  private Download(Headers headers, ResponseBody body, InputStream stream) {
    this.headers = headers;
    this.body = body;
    this.stream = stream;
  }

  /** Returns the file of a successful response, as the raw Retrofit interface has it. */
  public static Download of(Response<ResponseBody> response) {
    ResponseBody body = Objects.requireNonNull(response.body(), "the body of a success");
    return of(response.headers(), body, (bytes, total) -> {});
  }

  private static Download of(Headers headers, ResponseBody body, Progress progress) {
    return new Download(headers, body, new BodyStream(body, progress));
  }

  /** Returns the same file, whose progress is reported from now on while it is read. */
  public Download onProgress(Progress progress) {
    InvalidArgumentException.unlessPresent("onProgress", progress);
    return of(headers, body, progress);
  }

  /** Returns the media type, as {@code application/pdf}; null if the server names none. */
  public @Nullable String contentType() {
    return headers.get("Content-Type");
  }

  /** Returns how many bytes the file has; -1 if the server does not say, or compressed it. */
  public long contentLength() {
    return body.contentLength();
  }

  /**
   * Returns the name that the server suggests ({@code Content-Disposition}), without folders; null
   * if it suggests none that is safe to use.
   */
  public @Nullable String fileName() {
    return ContentDisposition.fileName(headers.get("Content-Disposition"));
  }

  /** Returns a header of the response; null if there is none of that name. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  /**
   * Returns the bytes, each time the same stream. Closing it closes the file. It throws what the
   * class describes, and never an {@code IOException} of the network.
   */
  public InputStream stream() {
    return stream;
  }

  /**
   * Returns the rest of a small file, which is then in memory whole, and closes it, whatever
   * happens.
   */
  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writeTo(out);
    return out.toByteArray();
  }

  /**
   * Writes the rest of the file to a stream, which is not closed, and closes the file, whatever
   * happens. Returns the number of bytes.
   *
   * @throws UncheckedIOException if the stream throws
   */
  public long writeTo(OutputStream out) {
    try (this) {
      InvalidArgumentException.unlessPresent("writeTo", out);
      return stream.transferTo(out);
    } catch (IOException local) {
      throw new UncheckedIOException("the download cannot be written", local);
    }
  }

  /**
   * Saves the rest of the file, in place of one that is there, and closes it, whatever happens. The
   * path has the whole file or is as it was: the bytes are collected beside it. Returns the path.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  public Path saveTo(Path file) {
    try (this) {
      InvalidArgumentException.unlessPresent("saveTo", file);
      WholeFile.write(file, stream);
      return file;
    } catch (IOException local) {
      throw new UncheckedIOException("the download cannot be saved", local);
    }
  }

  /** Ends the download; the rest of the file is not read. A second call does nothing. */
  @Override
  public void close() {
    body.close();
  }

  /** Shows neither name nor content. */
  @Override
  public String toString() {
    return "Download[contentLength=" + contentLength() + "]";
  }
}
