package cloud.finfusion.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.runtime.Operation;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.CapturedLog;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.TestClients;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.POST;
import retrofit2.http.Query;

/** What another specification marks as a secret is none of this client's, and is not logged. */
class MarkedFieldsLoggedTest {
  /** Public, as generated ones are. */
  public interface FilesOfTaxes {
    @POST("taxes")
    @Operation(
        name = "taxes.file",
        sensitiveFields = {"Filing_Code", "Filing_Code", "data", "код"})
    Call<Map<String, String>> file(
        @Query("filing_code") String code,
        @Query("налог[код]") String nested,
        @Body Map<String, Object> tax);
  }

  @Test
  void theFieldsThatAnOperationMarksAreNotLogged() throws Exception {
    CapturedLog.of(Program.class);
  }

  /** Sends and receives marked fields, as texts and as objects. */
  public static final class Program implements Runnable {
    @Override
    public void run() {
      CapturedLog.atTrace();
      for (BlockingOrAsync mode : BlockingOrAsync.values()) {
        try (FakeServer server = new FakeServer();
            FinFusion client = TestClients.of(server).build()) {
          server.responds(FakeServer.json("{\"Filing-Code\":\"CANARY-1\",\"year\":\"2026\"}"));
          Map<String, Object> tax = new TreeMap<>();
          tax.put("data", Map.of("a", "CANARY-4")); // of FinFusion's own, an object is shown
          tax.put("filing_code", Map.of("a", "CANARY-2"));
          FilesOfTaxes taxes = client.api(FilesOfTaxes.class);
          assertThat(new Calls(client, mode).raw(taxes.file("CANARY-3", "CANARY-5", tax)).body())
              .containsEntry("Filing-Code", "CANARY-1");
        }
      }
      assertThat(String.join("\n", CapturedLog.lines()))
          .contains(
              "filing_code=***",
              "{\"data\":\"***\",\"filing_code\":\"***\"}",
              "{\"Filing-Code\":\"***\",\"year\":\"2026\"}")
          .doesNotContain("CANARY");
    }
  }
}
