package cloud.finfusion.sandbox.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import cloud.finfusion.sandbox.internal.files.ReceivedFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * A complete HTTP response.
 *
 * @param file what is sent in place of the body, from disk; null for the body
 */
public record ApiResponse(int status, Map<String, String> headers, String body, @Nullable Path file)
    implements ResponseWriter {
  /** One map for all responses, many of which are kept. */
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  public ApiResponse {
    headers = Map.copyOf(headers);
  }

  /** A response whose body is a text. */
  public ApiResponse(int status, Map<String, String> headers, String body) {
    this(status, headers, body, null);
  }

  /** A file as it was received. */
  public static ApiResponse file(int status, ReceivedFile file) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", file.contentType());
    headers.put("Content-Length", String.valueOf(file.size()));
    if (file.name() != null) {
      headers.put(
          "Content-Disposition",
          "attachment; filename*=UTF-8''"
              + URLEncoder.encode(file.name(), UTF_8).replace("+", "%20"));
    }
    return new ApiResponse(status, headers, "", file.path());
  }

  public static ApiResponse json(int status, JsonNode body) {
    return new ApiResponse(status, JSON, Json.write(body));
  }

  /** The body, which the sandbox wrote itself. */
  public JsonNode json() {
    try {
      return Json.read(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A body that the sandbox wrote cannot be read", e);
    }
  }

  public static ApiResponse empty(int status) {
    return new ApiResponse(status, Map.of(), "");
  }

  public ApiResponse with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(more);
    return new ApiResponse(status, all, body, file);
  }

  public byte[] bytes() {
    return body.getBytes(UTF_8);
  }

  /** Sets status and headers without sending them. */
  public void prepare(Response target) {
    target.setStatus(status);
    headers.forEach(target.getHeaders()::put);
  }

  @Override
  public void send(Response target, Callback callback) {
    if (file == null) {
      prepare(target);
      target.write(true, ByteBuffer.wrap(bytes()), callback);
    } else {
      sendFile(file, target, callback);
    }
  }

  /** A response that is replayed, or sent late, may be that of a file which is gone by then. */
  private void sendFile(Path kept, Response target, Callback callback) {
    try (InputStream in = Files.newInputStream(kept)) {
      prepare(target);
      try (OutputStream out = Content.Sink.asOutputStream(target)) {
        in.transferTo(out);
      }
      callback.succeeded();
    } catch (NoSuchFileException gone) {
      new ApiError(404, "The file was replaced or deleted.").response().send(target, callback);
    } catch (IOException disconnected) {
      callback.failed(disconnected);
    }
  }

  /** Leaves out the body, which may hold a secret that is shown only once. */
  @Override
  public String toString() {
    return "Response " + status;
  }
}
