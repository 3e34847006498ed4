package cloud.finfusion.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.internal.time.SystemTime;
import cloud.finfusion.pagination.AsyncPages;
import cloud.finfusion.pagination.Pages;
import cloud.finfusion.resource.TwinOperations.Twins;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each generated list, blocking, prefetched and asynchronous, has the rules of lists. */
class EveryListTest {
  @AutoClose private final FakeServer server = new FakeServer();
  @AutoClose private final FinFusion client = TestClients.of(server).build();
  private final List<Object> items = new ArrayList<>();

  static Stream<Twins> lists() {
    return TwinOperations.all().filter(Twins::isList);
  }

  @Test
  void thereAreLists() {
    assertThat(lists()).hasSizeGreaterThan(20);
  }

  private static MockResponse page(Twins list, String cursor) {
    return FakeServer.json(
        list.response()
            .replace("\"has_more\":false", "\"has_more\":true,\"next_cursor\":\"" + cursor + "\""));
  }

  private static Pages<?> blocking(Twins list, FinFusion client) {
    return (Pages<?>) Objects.requireNonNull(list.blockingResult(client, CallOptions.none()));
  }

  private static AsyncPages<?> async(Twins list, FinFusion client) {
    return (AsyncPages<?>) Objects.requireNonNull(list.asyncResult(client, CallOptions.none()));
  }

  /** The list in each form. */
  private static List<Runnable> forms(Twins list, FinFusion client, List<Object> items) {
    return List.of(
        () -> blocking(list, client).forEach(items::add),
        () -> blocking(list, client).prefetch().forEach(items::add),
        () -> BlockingOrAsync.result(async(list, client).forEach(items::add)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void itGoesOnAtTheCursorOfThePageBefore(Twins list) {
    for (Runnable form : forms(list, client, items)) {
      server.responds(page(list, "second"), FakeServer.json(list.response()));
      form.run();
    }

    assertThat(items).hasSize(6);
    assertThat(server.requests())
        .extracting(each -> each.getUrl().queryParameter("cursor"))
        .element(1)
        .isEqualTo("second");
    assertThat(server.requests()).hasSize(6);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  @DisplayName("fault G the same cursor again is a typed error")
  void theSameCursor(Twins list) {
    for (Runnable form : forms(list, client, items)) {
      server.responds(page(list, "second"));
      assertThatThrownBy(form::run)
          .isInstanceOf(InvalidResponseException.class)
          .hasMessageStartingWith(list.name() + ": the list cannot be read to its end: ");
    }
    assertThat(server.requests()).hasSize(6);
  }

  @Test
  @DisplayName("fault G each page has the call's deadline, one that was requested ahead too")
  void deadlines() {
    Twins list = lists().findFirst().orElseThrow();
    try (FinFusion hasty =
        TestOptions.time(TestClients.of(server), new SystemTime())
            .deadline(Duration.ofMillis(300))
            .build()) {
      for (Runnable form : forms(list, hasty, items)) {
        server.responds(page(list, "second"), FakeServer.silence());
        assertThatThrownBy(form::run).isInstanceOf(DeadlineExceededException.class);
      }
    }
    assertThat(items).hasSize(3);
  }
}
