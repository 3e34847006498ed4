package cloud.finfusion.sandbox.internal.faults;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.ResponseWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Ways to send a response incompletely or slowly. */
public final class BrokenResponses {
  private BrokenResponses() {}

  /** Sends half of the announced length, then closes the connection. */
  public static ResponseWriter truncated(ApiResponse response) {
    return (target, callback) -> {
      byte[] whole = response.bytes();
      response.prepare(target);
      target.getHeaders().put(HttpHeader.CONTENT_LENGTH, whole.length + 1L);
      sendThenDrop(target, Arrays.copyOf(whole, whole.length / 2), callback);
    };
  }

  /** Sends the whole body as one chunk, then closes the connection without the last chunk. */
  public static ResponseWriter withoutLastChunk(ApiResponse response) {
    return (target, callback) -> {
      response.prepare(target);
      sendThenDrop(target, response.bytes(), callback);
    };
  }

  /** Sends a byte after each pause, until the client disconnects or the sandbox closes. */
  public static ResponseWriter dripping(ApiResponse response, Runnable pause) {
    return (target, callback) -> {
      try {
        response.prepare(target);
        drip(target, response.bytes(), pause);
        target.write(true, BufferUtil.EMPTY_BUFFER, callback);
      } catch (IOException | ApiError stopped) {
        ResponseWriter.dropped().send(target, callback);
      }
    };
  }

  private static void drip(Response target, byte[] whole, Runnable pause) throws IOException {
    target.getHeaders().put(HttpHeader.CONTENT_LENGTH, whole.length);
    Content.Sink.write(target, false, BufferUtil.EMPTY_BUFFER);
    for (int i = 0; i < whole.length; i++) {
      pause.run();
      Content.Sink.write(target, false, ByteBuffer.wrap(whole, i, 1).slice());
    }
  }

  private static void sendThenDrop(Response target, byte[] part, Callback callback) {
    Callback drop =
        Callback.from(() -> ResponseWriter.dropped().send(target, callback), callback::failed);
    target.write(false, ByteBuffer.wrap(part), drop);
  }
}
