package cloud.finfusion.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.internal.time.SystemTime;
import cloud.finfusion.testing.CapturedLog;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** A thread that drives several steps of a call shows what other threads got meanwhile. */
class LogOfStepsTest {
  @Test
  void theNextStepHasTheIdOfTheLastResponse() throws Exception {
    CapturedLog.of(Program.class);
  }

  /** Drives two steps, between which a response comes. */
  public static final class Program implements Runnable {
    @Override
    public void run() {
      try (SystemTime time = new SystemTime()) {
        CallServices services = TestCalls.services(time);
        CallRun call = TestCalls.run(services);
        LogScope scope = services.enterLog(call.context());
        call.next();
        assertThat(MDC.get(LogScope.REQUEST_ID)).isNull();

        call.context().keepRequestId(response("req_1"));
        call.next();

        assertThat(MDC.get(LogScope.REQUEST_ID)).isEqualTo("req_1");
        scope.close();
      }
      assertThat(MDC.get(LogScope.REQUEST_ID)).isNull();
    }

    private static Response response(String id) {
      return new Response.Builder()
          .request(new Request.Builder().url("https://api.finfusion.cloud/").build())
          .protocol(Protocol.HTTP_1_1)
          .code(503)
          .message("")
          .header(CallHeaders.REQUEST_ID, id)
          .build();
    }
  }
}
