package cloud.finfusion.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each state of a loop, each event, what the loop says to it and what it does next. */
class CallLoopTableTest {
  private static final String TABLE =
      """
      READY         | NEXT            | RESERVE 0 within 900 | AWAIT 1000
      READY         | TIME_PASSES     | -   | RESERVE 0 within 600
      READY         | TIME_RUNS_OUT   | -   | RESERVE 0 within 0
      READY         | DEADLINE_PASSES | -   | END DEADLINE NOT_SENT after 0
      READY         | CANCELLED       | no  | END CANCELLED NOT_SENT after 0
      READY         | CLOSED          | no  | END CLOSED NOT_SENT after 0

      JOINING       | TIME_PASSES     | -   | AWAIT 700
      JOINING       | TIME_RUNS_OUT   | -   | AWAIT 50
      JOINING       | DEADLINE_PASSES | -   | END DEADLINE NOT_SENT after 0
      JOINING       | CANCELLED       | no  | END CANCELLED NOT_SENT after 0
      JOINING       | CLOSED          | no  | END CLOSED NOT_SENT after 0
      JOINING       | JOINED          | yes | END DONE after 0
      JOINING       | OWNER_GAVE_UP   | -   | JOIN
      JOINING       | READS_ALONE     | -   | RESERVE 0 within 900

      RESERVING     | TIME_PASSES     | -   | AWAIT 700
      RESERVING     | TIME_RUNS_OUT   | -   | AWAIT 50
      RESERVING     | DEADLINE_PASSES | -   | END DEADLINE NOT_SENT after 0, misses 0
      RESERVING     | CANCELLED       | no  | END CANCELLED NOT_SENT after 0
      RESERVING     | CLOSED          | no  | END CLOSED NOT_SENT after 0
      RESERVING     | PERMIT_NOW      | yes | RESERVE 1 within 900
      RESERVING     | PERMIT_IN_300   | yes | PAUSE 300, holds 1
      RESERVING     | PERMIT_IN_900   | yes | PAUSE 900, holds 1
      RESERVING     | PERMIT_IN_901   | yes | END NO_PERMIT NOT_SENT after 0, in 901, misses 0, holds 1
      RESERVING     | PERMIT_IN_AGES  | yes | END NO_PERMIT NOT_SENT after 0, in ages, misses 0, holds 1
      RESERVING     | PERMIT_REFUSED  | -   | END NO_PERMIT NOT_SENT after 0, in 700, misses 0
      RESERVING     | CIRCUIT_IS_OPEN | -   | END CIRCUIT_OPEN NOT_SENT after 0, in 800, misses 0

      CONFIRMING    | TIME_PASSES     | -   | AWAIT 700, holds 2
      CONFIRMING    | TIME_RUNS_OUT   | -   | AWAIT 50, holds 2
      CONFIRMING    | DEADLINE_PASSES | -   | END DEADLINE NOT_SENT after 0, holds 2
      CONFIRMING    | CANCELLED       | no  | END CANCELLED NOT_SENT after 0, holds 2
      CONFIRMING    | CLOSED          | no  | END CLOSED NOT_SENT after 0, holds 2
      CONFIRMING    | CONFIRMED       | -   | SEND
      CONFIRMING    | DELAYED_BY_300  | -   | PAUSE 300, holds 1
      CONFIRMING    | DELAYED_BY_901  | -   | END NO_PERMIT NOT_SENT after 0, in 901, misses 0, holds 1

      SENDING       | TIME_PASSES     | -   | AWAIT 700, holds 2
      SENDING       | TIME_RUNS_OUT   | -   | AWAIT 50, holds 2
      SENDING       | DEADLINE_PASSES | -   | AWAIT 1, holds 2
      SENDING       | CANCELLED       | yes | AWAIT 1000, holds 2
      SENDING       | SUCCESS         | -   | END status 200 DONE after 1, last 200
      SENDING       | DECLINED        | -   | END status 402 REFUSED after 1, last 402
      SENDING       | FORBIDDEN       | -   | END status 403 REFUSED after 1, last 403
      SENDING       | UNAUTHORIZED    | -   | REFRESH
      SENDING       | UNAVAILABLE     | -   | PAUSE 300
      SENDING       | NOT_IMPLEMENTED | -   | END status 501 UNKNOWN after 1, last 501
      SENDING       | LOST            | -   | PAUSE 300
      SENDING       | NOT_SENT        | -   | PAUSE 300
      SENDING       | STALE           | -   | RESERVE 0 within 900

      TOKEN_REFUSED | NEXT            | REFRESH | AWAIT 1000
      TOKEN_REFUSED | DEADLINE_PASSES | -   | END DEADLINE status 401 REFUSED after 1, last 401
      TOKEN_REFUSED | CANCELLED       | no  | END CANCELLED status 401 REFUSED after 1, last 401
      TOKEN_REFUSED | CLOSED          | no  | END CLOSED status 401 REFUSED after 1, last 401

      REFRESHING    | TIME_PASSES     | -   | AWAIT 700
      REFRESHING    | TIME_RUNS_OUT   | -   | AWAIT 50
      REFRESHING    | DEADLINE_PASSES | -   | END DEADLINE status 401 REFUSED after 1, last 401
      REFRESHING    | CANCELLED       | no  | END CANCELLED status 401 REFUSED after 1, last 401
      REFRESHING    | CLOSED          | no  | END CLOSED status 401 REFUSED after 1, last 401
      REFRESHING    | REFRESHED       | -   | RESERVE 0 within 900
      REFRESHING    | NOT_REFRESHED   | -   | END status 401 REFUSED after 1, last 401
      """;

  @ParameterizedTest(name = "{0}, {1}: {2}, then {3}")
  @CsvSource(delimiter = '|', textBlock = TABLE)
  void aStateAndAnEventLeadTo(LoopState state, LoopEvent event, String says, String then) {
    LoopUnderTest loop = state.reached();

    assertThat(event.happensTo(loop)).isEqualTo(says);
    assertThat(loop.next()).isEqualTo(then);
  }

  @ParameterizedTest
  @EnumSource(to = "ENDED")
  void whatTheTableDoesNotNameChangesNothing(LoopState state) {
    Set<String> named =
        TABLE
            .lines()
            .map(row -> row.replaceAll(" *\\|.*?(\\w+).*", " $1"))
            .collect(Collectors.toSet());
    for (LoopEvent event : LoopEvent.values()) {
      if (!named.contains(state + " " + event)) {
        LoopUnderTest loop = state.reached();
        assertThat(event.happensTo(loop)).as("%s", event).isNotEqualTo("yes");
        assertThat(loop.next()).as("%s", event).isEqualTo(state.reached().next());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "SENDING.*", to = "ENDED")
  void noAttemptEndsWhereNoneIsOnTheWire(LoopState state) {
    assertThat(LoopEvent.SUCCESS.happensTo(state.reached())).isEqualTo("bug");
    assertThat(LoopEvent.LOST.happensTo(state.reached())).isEqualTo("bug");
  }

  @ParameterizedTest(name = "{0}, {1}: {2}, then {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          JOINING_CANCELLED      | JOINED         | no  | END CANCELLED NOT_SENT after 0
          RESERVING_CANCELLED    | PERMIT_NOW     | no  | END CANCELLED NOT_SENT after 0
          RESERVING_CANCELLED    | PERMIT_REFUSED | -   | END CANCELLED NOT_SENT after 0
          RESERVING_WITH_50_LEFT | PERMIT_NOW     | yes | RESERVE 1 within 0
          RESERVING_WITH_50_LEFT | PERMIT_IN_300  | yes | END NO_PERMIT NOT_SENT after 0, in 300, misses 0, holds 1
          RESERVING_WITH_50_LEFT | PERMIT_IN_AGES | yes | END NO_PERMIT NOT_SENT after 0, in ages, misses 0, holds 1
          CONFIRMING_CANCELLED   | CONFIRMED      | -   | END CANCELLED NOT_SENT after 0, holds 2
          CONFIRMING_CANCELLED   | DELAYED_BY_300 | -   | END CANCELLED NOT_SENT after 0, holds 1

          SENDING_CANCELLED      | CLOSED         | no  | AWAIT 1000, holds 2
          SENDING_CANCELLED      | CANCELLED      | yes | AWAIT 1000, holds 2
          SENDING_CANCELLED      | SUCCESS        | -   | END status 200 DONE after 1, last 200
          SENDING_CANCELLED      | DECLINED       | -   | END status 402 REFUSED after 1, last 402
          SENDING_CANCELLED      | UNAUTHORIZED   | -   | END status 401 REFUSED after 1, last 401
          SENDING_CANCELLED      | UNAVAILABLE    | -   | END CANCELLED status 503 REFUSED after 1, last 503
          SENDING_CANCELLED      | LOST           | -   | END CANCELLED Broken UNKNOWN after 1
          SENDING_CANCELLED      | NOT_SENT       | -   | END CANCELLED Broken NOT_SENT after 1
          SENDING_CANCELLED      | STALE          | -   | END CANCELLED Broken UNKNOWN after 1
          SENDING_CLOSED         | CANCELLED      | yes | AWAIT 1000, holds 2
          SENDING_CLOSED         | SUCCESS        | -   | END status 200 DONE after 1, last 200
          SENDING_CLOSED         | UNAVAILABLE    | -   | END CLOSED status 503 REFUSED after 1, last 503
          SENDING_CLOSED         | LOST           | -   | END CLOSED Broken UNKNOWN after 1
          SENDING_LATE           | CANCELLED      | yes | AWAIT 1, holds 2
          SENDING_LATE           | SUCCESS        | -   | END status 200 DONE after 1, last 200
          SENDING_LATE           | UNAUTHORIZED   | -   | END status 401 REFUSED after 1, last 401
          SENDING_LATE           | UNAVAILABLE    | -   | END status 503 REFUSED after 1, last 503
          SENDING_LATE           | LOST           | -   | END DEADLINE Broken UNKNOWN after 1
          SENDING_LATE           | STALE          | -   | END DEADLINE Broken UNKNOWN after 1
          REFRESHING_CANCELLED   | REFRESHED      | -   | END CANCELLED REFUSED after 1, last 401
          REFRESHING_CANCELLED   | NOT_REFRESHED  | -   | END status 401 REFUSED after 1, last 401
          """)
  void aStopEndsItButForAResponseThatCounts(
      LoopState state, LoopEvent event, String says, String then) {
    aStateAndAnEventLeadTo(state, event, says, then);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}, then {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          READY_AFTER_LOST      | NEXT            | PAUSE 300 | PAUSE 300
          READY_AFTER_LOST      | TIME_PASSES     | -         | RESERVE 0 within 600
          READY_AFTER_LOST      | CANCELLED       | no        | END CANCELLED UNKNOWN after 1
          READY_AFTER_LOST      | DEADLINE_PASSES | -         | END DEADLINE UNKNOWN after 1
          SENDING_AFTER_LOST    | SUCCESS         | -         | END status 200 DONE after 2, last 200
          SENDING_AFTER_LOST    | DECLINED        | -         | END status 402 REFUSED after 2, last 402
          SENDING_AFTER_LOST    | FORBIDDEN       | -         | END status 403 UNKNOWN after 2, last 403
          SENDING_AFTER_503     | LOST            | -         | PAUSE 300
          SENDING_LAST          | UNAVAILABLE     | -         | END status 503 REFUSED after 3, last 503
          SENDING_LAST          | LOST            | -         | END Broken UNKNOWN after 3, last 503
          SENDING_LAST          | NOT_SENT        | -         | END Broken REFUSED after 3, last 503
          SENDING_LAST          | STALE           | -         | RESERVE 0 within 300
          SENDING_AFTER_REFRESH | UNAUTHORIZED    | -         | END status 401 REFUSED after 2, last 401
          SENDING_AFTER_REFRESH | STALE           | -         | RESERVE 0 within 900
          SENDING_AFTER_STALE   | STALE           | -         | PAUSE 300
          SENDING_AFTER_STALE   | UNAUTHORIZED    | -         | REFRESH
          """)
  void aLaterAttemptKnowsTheEarlierOnes(
      LoopState state, LoopEvent event, String says, String then) {
    aStateAndAnEventLeadTo(state, event, says, then);
  }
}
