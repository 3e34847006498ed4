package com.example.billing;

import cloud.finfusion.FinFusion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;

/**
 * What the programs of {@code target/reference} run on; the build generates a subclass for each
 * page. An operation without a response here fails its test.
 */
abstract class ReferenceTest {
  private static final String INVOICE =
      "{\"id\":\"inv_1\",\"total\":{\"value\":1000,\"currency\":\"USD\"}}";

  private static final Map<String, String> RESPONSES =
      Map.of(
          "invoices.create",
          INVOICE,
          "invoices.list",
          "{\"data\":[" + INVOICE + "],\"has_more\":false}");

  private final MockWebServer server = started();

  protected final FinFusion client =
      FinFusion.builder().apiKey("dev_key_of_this_test").baseUrl(server.url("/").uri()).build();

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  /** Called first by each test. */
  protected void start(String operation) {
    server.enqueue(
        new MockResponse.Builder()
            .code(200)
            .addHeader("Content-Type", "application/json")
            .body(RESPONSES.get(operation))
            .build());
  }

  /** Returns the id that a program uses for what its parameter names; here any will do. */
  protected String id(String operation, String field, String example) {
    return example;
  }

  private static MockWebServer started() {
    MockWebServer server = new MockWebServer();
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return server;
  }
}
