package cloud.finfusion.sandbox.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.testing.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A resource that is added to the specification works without a line of Java. */
class NewResourceTest {
  private final Sandbox sandbox = Sandbox.builder().spec(withInvoices()).start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void itIsCreatedRetrievedAndListed() {
    JsonNode invoice =
        Caller.json(caller.post("/v3/invoices", "{\"lines\": [{\"text\": \"Tea\"}]}"));
    String id = invoice.path("id").asText();

    assertThat(id).startsWith("in_voice_");
    assertThat(invoice.at("/lines/0/text").asText()).isEqualTo("Tea");
    assertThat(invoice.path("state").asText()).isEqualTo("draft");
    assertThat(invoice.at("/customer/id").asText()).startsWith("cust_");
    assertThat(invoice.at("/customer").has("name")).isFalse();
    assertThat(Caller.json(caller.get("/v3/invoices/" + id))).isEqualTo(invoice);
    assertThat(Caller.json(caller.get("/v3/invoices")).path("invoices").path(0)).isEqualTo(invoice);
  }

  @Test
  void itIsValidated() {
    assertThat(caller.post("/v3/invoices", "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void anOperationWithoutAHandlerIsNotImplemented() {
    assertThat(caller.send("PUT", "/v3/invoices/in_1", "").body())
        .contains("does not implement default.replaceInvoice");
  }

  @Test
  void aSpecificationMayBeAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("spec.yaml"), withInvoices());

    try (Sandbox other = Sandbox.builder().spec(file).start()) {
      assertThat(new Caller(other).get("/v3/invoices").statusCode()).isEqualTo(200);
    }
    assertThatThrownBy(() -> Sandbox.builder().spec(folder.resolve("none.yaml")).start())
        .hasMessageContaining("none.yaml");
  }

  private static String withInvoices() {
    return with("invoice");
  }

  /** The specification with a resource more. */
  static String with(String resource) {
    return resource("/cloud/finfusion/spec/finfusion.yaml")
        .replace("\npaths:\n", "\npaths:\n" + resource("/" + resource + "-paths.yaml"))
        .replace("\n  schemas:\n", "\n  schemas:\n" + resource("/" + resource + "-schemas.yaml"));
  }

  private static String resource(String name) {
    try (InputStream in = NewResourceTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
