package cloud.finfusion.foreign;

import static cloud.finfusion.foreign.ForeignRow.ends;
import static cloud.finfusion.foreign.ForeignRow.unchanged;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.file.Download;
import cloud.finfusion.runtime.Operation;
import cloud.finfusion.spi.Transport;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Thrower;
import java.io.OutputStream;
import java.util.List;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Streaming;

/** What callers give to files that are sent and received, which throws. */
final class ForeignFiles {
  private ForeignFiles() {}

  /** A file as the templates write it. */
  interface Api {
    @Operation(name = "files.download", family = "file", read = true)
    @Streaming
    @GET("v2/files/1")
    Call<ResponseBody> download();
  }

  static List<ForeignRow> rows() {
    ForeignCall call =
        ForeignCall.with((client, thrower) -> {}).responding(FakeServer.json("x".repeat(100_000)));
    return List.of(
        unchanged("Progress.moved", call.calling(ForeignFiles::received)),
        ends("Download.writeTo(OutputStream)", "its own", written()).onIo("UncheckedIOException"));
  }

  private static void received(Calls calls, Thrower thrower) {
    byte[] all = download(calls).onProgress((bytes, total) -> thrower.run()).bytes();
    if (all.length != 100_000) {
      throw new AssertionError("a part of the file");
    }
  }

  private static ForeignRow.Scenario written() {
    return ForeignResults.own(
        (calls, thrower) ->
            download(calls)
                .writeTo(
                    new OutputStream() {
                      @Override
                      public void write(int b) {
                        thrower.run();
                      }
                    }));
  }

  private static Download download(Calls calls) {
    Transport transport = calls.client().resource(it -> it);
    Call<ResponseBody> call = transport.api(Api.class).download();
    return calls
        .mode()
        .of(
            () -> transport.download(call, CallOptions.none()),
            () -> transport.downloadAsync(call, CallOptions.none()));
  }
}
