package cloud.finfusion.sandbox.resources;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Calls operations that take and return files, which no operation of the bundled API does. */
final class Documents {
  static final String SPEC = NewResourceTest.with("document");

  static final String PART =
      lines(
          """
          --b
          Content-Disposition: form-data; name="file"; filename="pass ä.jpg"
          Content-Type: image/jpeg

          JPEG
          """);
  static final String PARTS =
      PART
          + lines(
              """
              --b
              Content-Disposition: form-data; name="purpose"

              address
              --b--
              """);

  private final Sandbox sandbox;
  private final Caller caller;

  Documents(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.caller = new Caller(sandbox);
  }

  HttpRequest.Builder uploading(String body) {
    return caller
        .request("/documents")
        .header("Content-Type", "multipart/form-data; boundary=b")
        .POST(BodyPublishers.ofString(body));
  }

  HttpRequest.Builder replacing(String id, String content) {
    return caller
        .request("/documents/" + id + "/content")
        .header("Content-Type", "application/octet-stream")
        .PUT(BodyPublishers.ofString(content));
  }

  HttpRequest.Builder deleting(String id) {
    return caller.request("/documents/" + id).DELETE();
  }

  /** Takes an idempotency key, and returns the file. */
  HttpRequest.Builder sealing(String id) {
    return caller.request("/documents/" + id + "/seal").POST(BodyPublishers.noBody());
  }

  JsonNode upload() {
    return Caller.json(Caller.send(uploading(PARTS)));
  }

  HttpResponse<String> content(String id) {
    return Caller.send(caller.request("/documents/" + id + "/content"));
  }

  /** Sends a request as it stands, and no byte after it; what comes until the connection ends. */
  String sendRaw(String line, String contentType, int contentLength, String body)
      throws IOException {
    String request =
        String.join(
            "\r\n",
            line + " HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer " + sandbox.apiKey(),
            "Content-Type:" + contentType, // Jetty changes a known value behind a space
            "Content-Length: " + contentLength,
            "",
            body);
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), sandbox.baseUri().getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String lines(String text) {
    return text.replace("\n", "\r\n");
  }
}
