package cloud.finfusion.sandbox.resources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files that operations of a specification take and return are kept on disk, and come back. */
class FilesTest {
  private final Sandbox sandbox = Sandbox.builder().spec(Documents.SPEC).start();
  private final Documents documents = new Documents(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void aFileOfAPartIsDescribedAndComesBack() throws Exception {
    JsonNode document = documents.upload();
    assertThat(document.path("purpose").asText()).isEqualTo("address");
    assertThat(document.path("size").asLong()).isEqualTo(4);
    assertThat(document.path("content_type").asText()).isEqualTo("image/jpeg");
    assertThat(document.path("file_name").asText()).isEqualTo("pass ä.jpg");
    assertThat(document.path("sha256").asText()).isEqualTo(sha256("JPEG"));
    HttpResponse<String> file = documents.content(id(document));
    assertThat(file.body()).isEqualTo("JPEG");
    assertThat(file.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(file.headers().firstValue("Content-Length")).contains("4");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename*=UTF-8''pass%20%C3%A4.jpg");
  }

  @Test
  void theMediaTypeOfPartsIsReadInAnyCase() throws Exception {
    int length = Documents.PARTS.getBytes(UTF_8).length;
    String type = "Multipart/Form-Data; boundary=b";
    assertThat(documents.sendRaw("POST /documents", type, length, Documents.PARTS))
        .contains("\"purpose\":\"address\"", sha256("JPEG"));
  }

  @Test
  void aFileThatIsTheBodyReplacesTheOneBefore() throws Exception {
    String id = id(documents.upload());
    HttpResponse<String> replaced = Caller.send(documents.replacing(id, "PNG"));
    assertThat(Caller.json(replaced).path("sha256").asText()).isEqualTo(sha256("PNG"));
    assertThat(documents.content(id).body()).isEqualTo("PNG");
  }

  @Test
  void aDeletedResourceHasNoFile() {
    String id = id(documents.upload());
    assertThat(Caller.send(documents.deleting(id)).statusCode()).isEqualTo(204);
    assertThat(documents.content(id).statusCode()).isEqualTo(404);
  }

  @Test
  void aResponseWithAFileIsReplayedWithIt() {
    String id = id(documents.upload());
    assertThat(seal(id).body()).isEqualTo("JPEG");

    HttpResponse<String> replayed = seal(id);
    assertThat(replayed.body()).isEqualTo("JPEG");
    assertThat(replayed.headers().firstValue("Content-Length")).contains("4");
    assertThat(replayed.headers().firstValue("Idempotent-Replayed")).contains("true");
  }

  @Test
  void theReplayOfAFileThatIsGoneIsRefused() {
    String id = id(documents.upload());
    assertThat(seal(id).statusCode()).isEqualTo(200);
    Caller.send(documents.deleting(id));

    HttpResponse<String> replayed = seal(id);
    assertThat(replayed.statusCode()).isEqualTo(404);
    assertThat(replayed.body()).contains("The file was replaced or deleted");
    assertThat(replayed.headers().firstValue("Content-Disposition")).isEmpty();
  }

  private HttpResponse<String> seal(String id) {
    return Caller.send(documents.sealing(id).header("Idempotency-Key", "k"));
  }

  @Test
  void whatIsNoBodyOfPartsIsRefused() {
    assertThat(Caller.send(documents.uploading("no parts")).statusCode()).isEqualTo(400);
    assertThat(documents.content("doc_none").statusCode()).isEqualTo(404);
  }

  private static String id(JsonNode document) {
    return document.path("id").asText();
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
  }
}
