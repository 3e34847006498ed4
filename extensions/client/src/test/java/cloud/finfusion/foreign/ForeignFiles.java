package cloud.finfusion.foreign;

import static cloud.finfusion.foreign.ForeignRow.ends;
import static cloud.finfusion.foreign.ForeignRow.unchanged;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.file.Download;
import cloud.finfusion.file.Upload;
import cloud.finfusion.metrics.AttemptRecord;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.runtime.Operation;
import cloud.finfusion.spi.Transport;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Thrower;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Streaming;

/** What callers give to files that are sent and received, which throws. */
final class ForeignFiles {
  private static final String BROKEN =
      "OutcomeUnknownException unknown with key, 0 sent, 1 used, then done";

  private ForeignFiles() {}

  /** A file as the templates write it. */
  interface Api {
    @Operation(name = "files.download", family = "file", read = true)
    @Streaming
    @GET("v2/files/1")
    Call<ResponseBody> download();

    @Operation(name = "files.upload", family = "file", idempotent = true)
    @POST("v2/files")
    Call<Map<String, Object>> upload(@Body RequestBody file);
  }

  static List<ForeignRow> rows() {
    ForeignCall call =
        ForeignCall.with((client, thrower) -> {}).responding(FakeServer.json("x".repeat(100_000)));
    ForeignCall listened =
        ForeignCall.with((client, thrower) -> client.listener(new ThrowingEnds(thrower)))
            .responding(FakeServer.json("x".repeat(100_000)));
    ForeignCall responding = call.responding(FakeServer.json("{}"));
    return List.of(
        unchanged("Progress.moved", call.calling(ForeignFiles::received)),
        unchanged(
            "CallListener.callEnded, file",
            listened.calling((calls, listener) -> received(calls, new Thrower(null)))),
        unchanged("Progress.moved, sent", responding.calling(ForeignFiles::sentWithProgress)),
        ends("Upload.ofStream(InputStream)", BROKEN, responding.calling(ForeignFiles::sentStream)),
        ends("Upload.ofStreams(Supplier)", BROKEN, responding.calling(ForeignFiles::sentStreams)),
        unchanged("Upload.ofStream(InputStream), close", responding.calling(ForeignFiles::closed)),
        ends("Download.writeTo(OutputStream)", "its own", written()).onIo("UncheckedIOException"));
  }

  /** Listeners are notified while the file is read. */
  private record ThrowingEnds(Thrower thrower) implements CallListener {
    @Override
    public void attemptEnded(AttemptRecord attempt) {
      thrower.run();
    }

    @Override
    public void callEnded(CallRecord call) {
      thrower.run();
    }
  }

  private static void received(Calls calls, Thrower thrower) {
    byte[] all = download(calls).onProgress((bytes, total) -> thrower.run()).bytes();
    if (all.length != 100_000) {
      throw new AssertionError("a part of the file");
    }
  }

  private static void sentWithProgress(Calls calls, Thrower thrower) {
    upload(calls, Upload.ofBytes(new byte[10]).onProgress((bytes, total) -> thrower.run()));
  }

  private static void sentStream(Calls calls, Thrower thrower) {
    upload(calls, Upload.ofStream(new Throwing(thrower, new Thrower(null)), -1));
  }

  private static void sentStreams(Calls calls, Thrower thrower) {
    upload(calls, Upload.ofStreams(() -> thrower.or(InputStream.nullInputStream()), -1));
  }

  private static void closed(Calls calls, Thrower thrower) {
    upload(calls, Upload.ofStream(new Throwing(new Thrower(null), thrower), -1));
  }

  private static void upload(Calls calls, Upload upload) {
    Transport transport = calls.client().resource(it -> it);
    Call<Map<String, Object>> call = transport.api(Api.class).upload(upload);
    calls
        .mode()
        .of(
            () -> transport.execute(call, CallOptions.none()),
            () -> transport.enqueue(call, CallOptions.none()));
  }

  /** Ends at once, unless it throws. */
  private static final class Throwing extends InputStream {
    private final Thrower inRead;
    private final Thrower inClose;

    Throwing(Thrower inRead, Thrower inClose) {
      this.inRead = inRead;
      this.inClose = inClose;
    }

    @Override
    public int read() {
      inRead.run();
      return -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return read();
    }

    @Override
    public void close() {
      inClose.run();
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
