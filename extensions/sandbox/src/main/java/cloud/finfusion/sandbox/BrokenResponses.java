package cloud.finfusion.sandbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Ways to send an answer other than whole and at once. */
final class BrokenResponses {
  private BrokenResponses() {}

  /** Half of it, though its length is announced, then the end of the connection. */
  static ResponseWriter truncated(ApiResponse answer) {
    return (response, callback) -> {
      byte[] whole = answer.bytes();
      answer.prepare(response);
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, whole.length + 1L);
      sendThenDrop(response, Arrays.copyOf(whole, whole.length / 2), callback);
    };
  }

  /** All of it in a chunk, then the end of the connection in place of the last chunk. */
  static ResponseWriter unended(ApiResponse answer) {
    return (response, callback) -> {
      answer.prepare(response);
      sendThenDrop(response, answer.bytes(), callback);
    };
  }

  /** A byte after each pause; no longer when the caller goes or the sandbox closes. */
  static ResponseWriter dripping(ApiResponse answer, Runnable pause) {
    return (response, callback) -> {
      try {
        answer.prepare(response);
        drip(response, answer.bytes(), pause);
        response.write(true, BufferUtil.EMPTY_BUFFER, callback);
      } catch (IOException | ApiError gone) {
        ResponseWriter.dropped().send(response, callback);
      }
    };
  }

  private static void drip(Response response, byte[] whole, Runnable pause) throws IOException {
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, whole.length);
    Content.Sink.write(response, false, BufferUtil.EMPTY_BUFFER);
    for (int i = 0; i < whole.length; i++) {
      pause.run();
      Content.Sink.write(response, false, ByteBuffer.wrap(whole, i, 1).slice());
    }
  }

  private static void sendThenDrop(Response response, byte[] part, Callback callback) {
    Callback drop =
        Callback.from(() -> ResponseWriter.dropped().send(response, callback), callback::failed);
    response.write(false, ByteBuffer.wrap(part), drop);
  }
}
