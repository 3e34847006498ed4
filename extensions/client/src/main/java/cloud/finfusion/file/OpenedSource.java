package cloud.finfusion.file;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.internal.guard.ExceptionNames;
import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.internal.loop.LocalFailure;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;

/**
 * The stream of an upload while it is sent. What it throws is an error of this program and not of
 * the connection, which another attempt would not change.
 */
final class OpenedSource implements AutoCloseable {
  private final InputStream stream;

  OpenedSource(InputStream stream) {
    this.stream = stream;
  }

  int read(byte[] block) throws IOException {
    return guarded(() -> stream.read(block));
  }

  /** Refuses a stream that has not the length that the server was promised. */
  void check(boolean fits, long total) throws IOException {
    if (!fits) {
      throw failure("it has not the " + total + " bytes that were announced");
    }
  }

  /** Runs foreign code; whatever it throws is a failure of this program. */
  static <T> T guarded(Callable<T> foreign) throws IOException {
    try {
      return foreign.call();
    } catch (Throwable thrown) {
      Guard.keepInterrupt(thrown);
      throw failure("reading it ended with " + ExceptionNames.of(thrown));
    }
  }

  private static LocalFailure failure(String problem) {
    return new LocalFailure(
        new ConfigurationException(
            "upload", "what is to be sent cannot be read: " + problem + ". Check what it is."));
  }

  /** What closing throws changes nothing: the bytes are sent. */
  @Override
  public void close() {
    Guard.run(
        "an upload",
        () -> {
          try {
            stream.close();
          } catch (IOException ignored) {
            // it was only read
          }
        });
  }
}
