package cloud.finfusion.sandbox.resources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files that operations of a specification take and return are kept on disk, and come back. */
class FilesTest {
  private static final String MULTIPART =
      """
      --b
      Content-Disposition: form-data; name="file"; filename="pass ä.jpg"
      Content-Type: image/jpeg

      JPEG
      --b
      Content-Disposition: form-data; name="purpose"

      address
      --b--
      """
          .replace("\n", "\r\n");

  private final Sandbox sandbox = Sandbox.builder().spec(NewResourceTest.with("document")).start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void aFileOfAPartIsDescribedAndComesBack() throws Exception {
    JsonNode document = Caller.json(upload(MULTIPART));
    assertThat(document.path("purpose").asText()).isEqualTo("address");
    assertThat(document.path("size").asLong()).isEqualTo(4);
    assertThat(document.path("content_type").asText()).isEqualTo("image/jpeg");
    assertThat(document.path("file_name").asText()).isEqualTo("pass ä.jpg");
    assertThat(document.path("sha256").asText()).isEqualTo(sha256("JPEG"));
    HttpResponse<String> file = content(document);
    assertThat(file.body()).isEqualTo("JPEG");
    assertThat(file.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(file.headers().firstValue("Content-Length")).contains("4");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename*=UTF-8''pass%20%C3%A4.jpg");
  }

  @Test
  void aFileThatIsTheBodyReplacesTheOneBefore() throws Exception {
    JsonNode document = Caller.json(upload(MULTIPART));
    String path = "/documents/" + document.path("id").asText() + "/content";
    HttpResponse<String> replaced =
        send(
            caller
                .request(path)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofString("PNG")));
    assertThat(Caller.json(replaced).path("sha256").asText()).isEqualTo(sha256("PNG"));
    assertThat(content(document).body()).isEqualTo("PNG");
  }

  @Test
  void whatIsNoBodyOfPartsIsRefused() throws Exception {
    assertThat(upload("no parts").statusCode()).isEqualTo(400);
    assertThat(send(caller.request("/documents/doc_none/content")).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> content(JsonNode document) throws Exception {
    return send(caller.request("/documents/" + document.path("id").asText() + "/content"));
  }

  private HttpResponse<String> upload(String body) throws Exception {
    return send(
        caller
            .request("/documents")
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
  }
}
