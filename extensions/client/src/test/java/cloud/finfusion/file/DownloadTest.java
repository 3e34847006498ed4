package cloud.finfusion.file;

import static cloud.finfusion.testing.FakeServer.response;
import static cloud.finfusion.testing.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.call.ResponseInfo;
import cloud.finfusion.error.NotFoundException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.RecordingListener;
import cloud.finfusion.testing.TestClients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Headers;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Response;

/** A file comes as it is, with its name, and everything but its bytes is as for any call. */
class DownloadTest {
  private static final String CONTENT = "%PDF-" + "x".repeat(100_000);

  private static FinFusion.Builder client(FakeServer server) {
    return TestClients.of(server).maxResponseBytes(1_000);
  }

  @ParameterizedTest
  @EnumSource
  void aFileComesWholeWhateverTheCapOfBodies(BlockingOrAsync mode, @TempDir Path folder) {
    RecordingListener listener = new RecordingListener();
    List<String> progress = new ArrayList<>();
    try (FakeServer server =
            new FakeServer()
                .responds(
                    response(200, CONTENT)
                        .setHeader("Content-Type", "application/pdf")
                        .setHeader("Content-Disposition", "attachment; filename=\"a b.pdf\"")
                        .build());
        FileCalls calls = new FileCalls(client(server).listener(listener).build(), mode);
        Download file = calls.download()) {
      assertThat(file.contentType()).isEqualTo("application/pdf");
      assertThat(file.contentLength()).isEqualTo(CONTENT.length());
      assertThat(file.fileName()).isEqualTo("a b.pdf");
      assertThat(file.header("content-type")).isEqualTo("application/pdf");
      assertThat(file).hasToString("Download[contentLength=" + CONTENT.length() + "]");
      assertThat(listener.calls()).as("not over while it is open").isEmpty();
      Path saved =
          file.onProgress((bytes, total) -> progress.add(bytes + "/" + total))
              .saveTo(folder.resolve("a.pdf"));
      assertThat(saved).hasContent(CONTENT);
      assertThat(folder.toFile().list()).containsExactly("a.pdf");
      assertThat(progress).last().isEqualTo(CONTENT.length() + "/" + CONTENT.length());
      assertThat(listener.attempts()).singleElement().returns(200, a -> a.status());
      assertThat(listener.calls())
          .singleElement()
          .returns(Outcome.DONE, call -> call.outcome())
          .returns(null, call -> call.errorType());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anErrorIsThatOfTheApi(BlockingOrAsync mode) {
    try (FakeServer server =
            new FakeServer()
                .responds(
                    response(404, "{\"error\":{\"code\":\"RES001\",\"message\":\"no\"}}")
                        .setHeader("Content-Type", "application/json")
                        .build());
        FileCalls calls = new FileCalls(client(server).build(), mode)) {
      assertThat(catchThrowableOfType(NotFoundException.class, calls::download).code())
          .isEqualTo("RES001");
    }
  }

  @ParameterizedTest
  @EnumSource
  void attemptsAreRepeatedBeforeTheFirstByte(BlockingOrAsync mode) throws IOException {
    RecordingListener listener = new RecordingListener();
    List<ResponseInfo> infos = new ArrayList<>();
    try (FakeServer server =
            new FakeServer()
                .responds(status(503), FakeServer.dropped(), response(200, CONTENT).build());
        FileCalls calls = new FileCalls(client(server).listener(listener).build(), mode);
        Download file =
            calls.download(
                calls.api().download("1"), CallOptions.builder().onResponse(infos::add).build())) {
      assertThat(infos).as("the headers are there before the file").hasSize(1);
      assertThat(file.stream()).hasContent(CONTENT);
      assertThat(server.requests()).hasSize(3);
      assertThat(listener.attempts())
          .extracting(each -> each.status())
          .containsExactly(503, 0, 200);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeWrittenEndsTheDownload(BlockingOrAsync mode, @TempDir Path folder) {
    RecordingListener listener = new RecordingListener();
    try (FakeServer server = new FakeServer().responds(response(200, CONTENT).build());
        FileCalls calls = new FileCalls(client(server).listener(listener).build(), mode)) {
      assertThatThrownBy(() -> calls.download().writeTo(full()))
          .isInstanceOf(UncheckedIOException.class);
      assertThatThrownBy(() -> calls.download().saveTo(folder.resolve("no/such/a.pdf")))
          .isInstanceOf(UncheckedIOException.class);
      assertThat(listener.calls()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSavedFileReplacesTheOldOneOnlyWhenItIsWhole(BlockingOrAsync mode, @TempDir Path folder)
      throws IOException {
    Path old = Files.writeString(folder.resolve("a.pdf"), "old");
    try (FakeServer server = new FakeServer().responds(response(200, CONTENT).build());
        FileCalls calls = new FileCalls(client(server).build(), mode)) {
      Download closed = calls.download();
      closed.close();
      assertThatThrownBy(() -> closed.saveTo(old)).isInstanceOf(UncheckedIOException.class);
      assertThat(old).hasContent("old");
      calls.download().saveTo(old);
      assertThat(old).hasContent(CONTENT);
      assertThat(folder.toFile().list()).containsExactly("a.pdf");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeReplacedByAFileStays(BlockingOrAsync mode, @TempDir Path folder)
      throws IOException {
    Path empty = Files.createDirectory(folder.resolve("a.pdf"));
    try (FakeServer server = new FakeServer().responds(response(200, CONTENT).build());
        FileCalls calls = new FileCalls(client(server).build(), mode)) {
      assertThatThrownBy(() -> calls.download().saveTo(empty))
          .isInstanceOf(UncheckedIOException.class);
      assertThat(empty).isEmptyDirectory();
      assertThat(folder.toFile().list()).containsExactly("a.pdf");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFileIsSavedUnderTheLongestName(BlockingOrAsync mode, @TempDir Path folder) {
    String longest = "a".repeat(255);
    try (FakeServer server =
            new FakeServer()
                .responds(
                    response(200, CONTENT)
                        .setHeader("Content-Disposition", "attachment; filename=" + longest)
                        .build());
        FileCalls calls = new FileCalls(client(server).build(), mode);
        Download file = calls.download()) {
      assertThat(file.fileName()).isEqualTo(longest);
      assertThat(file.saveTo(folder.resolve(longest))).hasContent(CONTENT);
    }
  }

  @Test
  void aNameLongerThanFileSystemsTakeIsNone() {
    String start = "attachment; filename*=UTF-8''";
    assertThat(named(start + "%C3%A4".repeat(127)).fileName()).hasSize(127);
    assertThat(named(start + "%C3%A4".repeat(128)).fileName()).isNull();
  }

  @Test
  void aNameOfAnyLengthIsReadWithoutAStackThatGrowsWithIt() {
    assertThat(named("attachment; filename=\"" + "a".repeat(100_000) + "\"").fileName()).isNull();
  }

  private static Download named(String disposition) {
    return Download.of(
        Response.success(
            ResponseBody.create("", null), Headers.of("Content-Disposition", disposition)));
  }

  @ParameterizedTest
  @EnumSource
  void aStreamIsTheSameEachTimeAndIsLeftOpen(BlockingOrAsync mode) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FakeServer server = new FakeServer().responds(response(200, CONTENT).build());
        FileCalls calls = new FileCalls(client(server).build(), mode);
        Download file = calls.download()) {
      out.write(file.stream().readNBytes(10));
      assertThat(file.writeTo(out)).isEqualTo(CONTENT.length() - 10);
      assertThat(out).hasToString(CONTENT);
    }
  }

  private static OutputStream full() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException("no space left");
      }
    };
  }
}
