package cloud.finfusion.retry;

import static cloud.finfusion.testing.FakeServer.dropped;
import static cloud.finfusion.testing.FakeServer.response;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.Idempotency;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.CallEnds;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.TestClients;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is known of a call's effect at its end, and whether it may be made again: for each status,
 * with and without a key, Retry-After and an earlier attempt that may have been done.
 */
class OutcomeTableTest {
  /** "again": it is retryable. The third column is a write with a key whose response was lost. */
  private static final String STATUSES =
      """
      status, after | no key         | key            | key, later     | read
      301,    any   | refused        | refused        | unknown        | refused
      400,    any   | refused        | refused        | refused        | refused
      401,    any   | refused        | refused        | unknown        | refused
      402,    any   | refused        | refused        | refused        | refused
      403,    any   | refused        | refused        | unknown        | refused
      404,    any   | refused        | refused        | refused        | refused
      408,    any   | unknown        | unknown, again | unknown, again | unknown, again
      409,    any   | refused        | unknown        | unknown        | refused
      410,    any   | refused        | refused        | refused        | refused
      413,    any   | refused        | refused        | unknown        | refused
      422,    any   | refused        | refused        | refused        | refused
      429,    any   | refused, again | refused, again | unknown, again | refused, again
      499,    any   | refused        | refused        | unknown        | refused
      500,    any   | unknown        | unknown, again | unknown, again | unknown, again
      501,    any   | unknown        | unknown, again | unknown, again | unknown, again
      502,    any   | unknown        | unknown, again | unknown, again | unknown, again
      503,    none  | unknown        | unknown, again | unknown, again | unknown, again
      503,    1     | refused, again | refused, again | unknown, again | refused, again
      504,    any   | unknown        | unknown, again | unknown, again | unknown, again
      599,    any   | unknown        | unknown, again | unknown, again | unknown, again
      """;

  private static final String BODY =
      "{\"error\":{\"code\":\"VAL001\",\"message\":\"A request with this idempotency key is in progress\"}}";

  @AutoClose private final FakeServer server = new FakeServer();

  static Stream<Arguments> statuses() {
    return STATUSES
        .lines()
        .skip(1)
        .map(line -> line.split("[,|] +", 3))
        .flatMap(
            row ->
                retryAfter(row[1].strip())
                    .flatMap(
                        after ->
                            Stream.of(BlockingOrAsync.values())
                                .map(mode -> Arguments.of(mode, row[0], after, row[2]))));
  }

  private static Stream<String> retryAfter(String column) {
    return column.equals("any") ? Stream.of("none", "1") : Stream.of(column);
  }

  @ParameterizedTest(name = "{0} {1}, Retry-After {2}")
  @MethodSource("statuses")
  void aStatusThatEndsACall(BlockingOrAsync mode, int status, String after, String expected) {
    MockResponse.Builder response = response(status, BODY);
    if (!after.equals("none")) {
      response.setHeader("Retry-After", after);
    }
    MockResponse last = response.build();

    List<String> ends =
        List.of(
            CallEnds.ofWrite(withoutKey(last), mode),
            CallEnds.ofWrite(withKey(last), mode),
            CallEnds.ofWrite(withKey(dropped(), last), mode),
            CallEnds.ofRead(withKey(last), mode));

    assertThat(ends).isEqualTo(Arrays.stream(expected.split("\\|")).map(String::strip).toList());
  }

  /** A client that makes as many attempts as there are responses. */
  private FinFusion.Builder withKey(MockResponse... inOrder) {
    server.responds(inOrder);
    return TestClients.of(server).retries(inOrder.length - 1);
  }

  private FinFusion.Builder withoutKey(MockResponse response) {
    return withKey(response).idempotency(Idempotency.OFF);
  }
}
