package cloud.finfusion.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/** One connection to a sandbox, kept between requests, that costs next to nothing beside it. */
final class KeptConnection implements AutoCloseable {
  private static final String LENGTH = "content-length:";

  private final String headers;
  private final Socket socket;
  private final InputStream in;

  KeptConnection(Sandbox sandbox) throws IOException {
    URI uri = sandbox.baseUri();
    headers =
        " HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n"
            .formatted(uri.getAuthority(), sandbox.apiKey());
    socket = new Socket(uri.getHost(), uri.getPort());
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  String get(String path) throws IOException {
    return exchange("GET " + path + headers + "\r\n");
  }

  String post(String path, String key, String json) throws IOException {
    return exchange(
        "POST %s%sIdempotency-Key: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(path, headers, key, json.length(), json));
  }

  /** The body of the response, which must be a success. */
  private String exchange(String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    String status = line();
    int length = 0;
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        length = Integer.parseInt(header.substring(LENGTH.length()).strip());
      }
    }
    String body = new String(in.readNBytes(length), ISO_8859_1);
    if (!status.contains(" 200")) {
      throw new IllegalStateException(status + " " + body);
    }
    return body;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("The sandbox closed the connection");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
