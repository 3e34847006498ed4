package cloud.finfusion.resource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.TestClients;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A list that says there is more, but not where, must not look complete. */
class CursorlessPageTest {
  @AutoClose private final FakeServer server = new FakeServer();

  @ParameterizedTest
  @EnumSource
  void aPageWithoutItsCursorIsNotTheLast(BlockingOrAsync mode) {
    server.responds(FakeServer.json("{\"data\":[],\"has_more\":true,\"next_cursor\":null}"));
    try (FinFusion client = TestClients.of(server).build()) {
      assertThatThrownBy(
              () ->
                  mode.of(
                      () -> client.customers().list().pages().iterator().next(),
                      () -> client.async().customers().list().first()))
          .isInstanceOf(InvalidResponseException.class)
          .hasMessageStartingWith("customers.list: ")
          .hasMessageContaining("expected a cursor, as there is more, got none");
    }
  }
}
