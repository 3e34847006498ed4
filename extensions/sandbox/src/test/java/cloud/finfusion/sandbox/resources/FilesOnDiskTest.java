package cloud.finfusion.sandbox.resources;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.SandboxInternals;
import cloud.finfusion.sandbox.testing.Caller;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of files that were sent, the disk has those that can be asked for, and no others. */
class FilesOnDiskTest {
  private static final String KEY = "Idempotency-Key";

  private final Sandbox sandbox = Sandbox.builder().spec(Documents.SPEC).start();
  private final Documents documents = new Documents(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void theFileOfAResourceIsThereUntilTheSandboxCloses() throws IOException {
    documents.upload();
    assertThat(onDisk()).containsExactly("JPEG");

    Path folder = SandboxInternals.files(sandbox).folder();
    sandbox.close();
    assertThat(folder).doesNotExist();
  }

  @Test
  void aFileEndsWithItsResource() throws IOException {
    assertThat(status(documents.deleting(uploaded()))).isEqualTo(204);
    assertThat(onDisk()).isEmpty();
  }

  @Test
  void aFileEndsWhenAnotherReplacesIt() throws IOException {
    assertThat(status(documents.replacing(uploaded(), "PNG"))).isEqualTo(200);
    assertThat(onDisk()).containsExactly("PNG");
  }

  @Test
  void anEmptyBodyLeavesNoFile() throws IOException {
    assertThat(status(documents.replacing(uploaded(), ""))).isEqualTo(200);
    assertThat(onDisk()).containsExactly("JPEG");
  }

  @Test
  void ofSeveralFilesTheLastIsLeft() throws IOException {
    String first = Documents.PART.replace("JPEG", "first");
    assertThat(status(documents.uploading(first + Documents.PARTS))).isEqualTo(200);
    assertThat(onDisk()).containsExactly("JPEG");
  }

  @Test
  void aRefusedRequestLeavesNoFile() throws IOException {
    HttpRequest.Builder upload = documents.uploading(Documents.PARTS);
    assertThat(status(upload.setHeader("Authorization", "Bearer no"))).isEqualTo(401);
    assertThat(status(documents.replacing("doc_none", "PNG"))).isEqualTo(404);
    assertThat(onDisk()).isEmpty();
  }

  @Test
  void aReplayedRequestAndOneWithAnotherBodyLeaveNoFile() throws IOException {
    String other = Documents.PARTS.replace("JPEG", "other");
    assertThat(status(documents.uploading(Documents.PARTS).header(KEY, "k"))).isEqualTo(200);
    assertThat(status(documents.uploading(Documents.PARTS).header(KEY, "k"))).isEqualTo(200);
    assertThat(status(documents.uploading(other).header(KEY, "k"))).isEqualTo(422);
    assertThat(onDisk()).containsExactly("JPEG");
  }

  @Test
  void aBodyThatIsCutOffLeavesNoFile() throws IOException {
    String id = uploaded();
    String content = "/documents/" + id + "/content";
    documents.sendRaw("PUT " + content, "application/octet-stream", 1000, "PN");
    documents.sendRaw("POST /documents", "multipart/form-data; boundary=b", 1000, Documents.PART);
    assertThat(onDisk()).containsExactly("JPEG");
  }

  private String uploaded() {
    return documents.upload().path("id").asText();
  }

  private static int status(HttpRequest.Builder request) {
    return Caller.send(request).statusCode();
  }

  /** What the files of the sandbox contain. */
  private List<String> onDisk() throws IOException {
    try (Stream<Path> tree = Files.walk(SandboxInternals.files(sandbox).folder())) {
      return tree.filter(Files::isRegularFile).map(FilesOnDiskTest::read).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
