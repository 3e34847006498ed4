package cloud.finfusion.file;

import static cloud.finfusion.testing.FakeServer.dropped;
import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.auth.Credential;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.AuthenticationException;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.error.ServerException;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.RecordedRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is sent as it is, read while it is sent, and again only where it can be read again. */
class UploadTest {
  private static final byte[] CONTENT = "content".repeat(10_000).getBytes(UTF_8);

  private static FileCalls calls(FakeServer server, BlockingOrAsync mode) {
    return new FileCalls(TestClients.of(server).build(), mode);
  }

  private static Path file(Path folder) throws Exception {
    return Files.write(folder.resolve("a.png"), CONTENT);
  }

  private static String body(FakeServer server) {
    return body(server.requests().get(server.requests().size() - 1));
  }

  private static String body(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().utf8();
  }

  @ParameterizedTest
  @EnumSource
  void aFileIsTheBody(BlockingOrAsync mode, @TempDir Path folder) throws Exception {
    List<String> progress = new ArrayList<>();
    try (FakeServer server = new FakeServer().responds(status(204));
        FileCalls calls = calls(server, mode)) {
      Upload upload =
          Upload.ofFile(file(folder))
              .onProgress((bytes, total) -> progress.add(bytes + "/" + total));
      calls.made(calls.api().replace("1", Upload.body(upload, "image/png")));
      assertThat(body(server)).isEqualTo(new String(CONTENT, UTF_8));
      assertThat(server.headers("Content-Type")).containsExactly("image/png");
      assertThat(server.headers("Content-Length")).containsExactly("" + CONTENT.length);
      assertThat(progress).last().isEqualTo(CONTENT.length + "/" + CONTENT.length);
      calls.made(
          calls.api().replace("1", Upload.body(upload.withContentType("image/jpeg"), "image/png")));
      assertThat(server.headers("Content-Type")).last().isEqualTo("image/jpeg");
      assertThat(upload).hasToString("Upload[contentType=application/octet-stream]");
    }
  }

  @ParameterizedTest
  @EnumSource
  void partsHaveTheirNamesAndTypes(BlockingOrAsync mode, @TempDir Path folder) throws Exception {
    try (FakeServer server = new FakeServer().responds(json("{\"id\":\"f\"}"));
        FileCalls calls = calls(server, mode)) {
      Upload file = Upload.ofFile(file(folder));
      Upload page = Upload.ofBytes(new byte[] {'1'}).withFileName("p 1").withContentType("a/b");
      calls.made(
          calls
              .api()
              .upload(
                  Parts.file("file", file, "image/png"),
                  Parts.files("pages", List.of(page, Upload.ofBytes(new byte[0])), "image/gif"),
                  Parts.value("purpose", OffsetDateTime.parse("2034-01-02T03:04:00Z"), "text/x")));
      assertThat(body(server).lines().filter(line -> line.matches("(?i)content-[dt].*")))
          .containsExactly(
              "Content-Disposition: form-data; name=\"file\"; filename=\"a.png\"",
              "Content-Type: image/png",
              "Content-Disposition: form-data; name=\"pages\"; filename=\"p 1\"",
              "Content-Type: a/b",
              "Content-Disposition: form-data; name=\"pages\"; filename=\"pages\"",
              "Content-Type: image/gif",
              "Content-Disposition: form-data; name=\"purpose\"",
              "Content-Type: text/x");
      assertThat(body(server))
          .contains("2034-01-02T03:04:00Z")
          .contains(new String(CONTENT, UTF_8));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatCanBeReadAgainIsSentAgain(BlockingOrAsync mode, @TempDir Path folder) throws Exception {
    AtomicInteger closed = new AtomicInteger();
    List<Upload> uploads =
        List.of(
            Upload.ofFile(file(folder)),
            Upload.ofBytes(CONTENT),
            Upload.ofStreams(() -> stream(closed), CONTENT.length),
            Upload.ofStreams(() -> stream(closed), -1));
    for (Upload upload : uploads) {
      try (FakeServer server = new FakeServer().responds(status(503), dropped(), json("{}"));
          FileCalls calls = calls(server, mode)) {
        calls.made(calls.api().upload(Parts.file("file", upload, "a/b"), null, null));
        assertThat(server.requests()).hasSize(3);
        assertThat(body(server)).contains(new String(CONTENT, UTF_8));
      }
    }
    assertThat(closed).as("each stream that was opened").hasValue(6);
  }

  @ParameterizedTest
  @EnumSource
  void aSingleStreamIsSentOnce(BlockingOrAsync mode) {
    AtomicInteger closed = new AtomicInteger();
    try (FakeServer server = new FakeServer().responds(status(503), json("{}"));
        FileCalls calls = calls(server, mode)) {
      assertThat(catchThrowable(() -> sent(calls, Upload.ofStream(stream(closed), -1))))
          .isInstanceOf(OutcomeUnknownException.class)
          .hasCauseInstanceOf(ServerException.class);
      assertThat(server.requests()).hasSize(1);
      assertThat(closed).hasValue(1);
      server.responds(status(401), json("{}"));
      assertThat(catchThrowable(() -> sent(calls, Upload.ofStream(stream(closed), -1))))
          .hasMessageContaining("401");
      assertThat(server.requests()).hasSize(2);
      Upload used = Upload.ofStream(stream(closed), -1);
      sent(calls, used);
      assertThat(catchThrowable(() -> sent(calls, used)))
          .hasStackTraceContaining("reading it ended with IllegalStateException");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSingleStreamIsNotSentAgainWithAnotherToken(BlockingOrAsync mode) {
    Credential replacing =
        new Credential() {
          @Override
          public String token() {
            return Samples.KEY;
          }

          @Override
          public boolean refused(String token) {
            return true;
          }
        };
    try (FakeServer server = new FakeServer().responds(status(401), json("{}"));
        FileCalls calls =
            new FileCalls(
                FinFusion.builder().credential(replacing).baseUrl(server.uri()).build(), mode)) {
      Upload once = Upload.ofStream(new ByteArrayInputStream(CONTENT), -1);
      assertThat(catchThrowable(() -> sent(calls, once)))
          .isInstanceOf(AuthenticationException.class);
      assertThat(server.requests()).hasSize(1);
      server.responds(status(401), json("{}"));
      sent(calls, Upload.ofBytes(CONTENT));
      assertThat(server.requests()).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSingleStreamWhoseConnectionBreaksIsNotSentAgain(BlockingOrAsync mode) {
    try (FakeServer server = new FakeServer().responds(json("{}"), dropped(), json("{}"));
        FileCalls calls = calls(server, mode)) {
      sent(calls, Upload.ofBytes(CONTENT)); // so that the connection is a kept one
      Upload once = Upload.ofStream(new ByteArrayInputStream(CONTENT), CONTENT.length);
      assertThat(catchThrowable(() -> sent(calls, once)))
          .isInstanceOf(OutcomeUnknownException.class);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStreamOfAnotherLengthIsRefused(BlockingOrAsync mode) {
    try (FakeServer server = new FakeServer().responds(json("{}"));
        FileCalls calls = calls(server, mode)) {
      for (int wrong : new int[] {CONTENT.length - 1, CONTENT.length + 1}) {
        Upload upload = Upload.ofStreams(() -> new ByteArrayInputStream(CONTENT), wrong);
        assertThat(catchThrowable(() -> sent(calls, upload)))
            .isInstanceOf(OutcomeUnknownException.class)
            .cause()
            .isInstanceOf(ConfigurationException.class)
            .hasMessageContaining("it has not the " + wrong + " bytes that were announced");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatIsGoneIsSaidBeforeAnythingIsSent(BlockingOrAsync mode, @TempDir Path folder)
      throws Exception {
    Path file = file(folder);
    Upload upload = Upload.ofFile(file);
    Files.delete(file);
    try (FakeServer server = new FakeServer().responds(json("{}"));
        FileCalls calls = calls(server, mode)) {
      assertThat(catchThrowable(() -> sent(calls, upload)))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("reading it ended with NoSuchFileException")
          .hasMessageNotContaining(folder.toString());
      assertThat(server.requests()).isEmpty();
    }
    assertThatThrownBy(() -> Upload.ofFile(file))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("expected a file that can be read");
  }

  @Test
  void fieldsAreNotAddedToAFile() {
    AtomicInteger opened = new AtomicInteger();
    try (FakeServer server = new FakeServer().responds(json("{}"));
        FileCalls calls = calls(server, BlockingOrAsync.BLOCKING)) {
      Upload upload = Upload.ofStreams(() -> stream(opened), -1);
      assertThatThrownBy(
              () ->
                  calls.made(
                      calls.api().replace("1", upload),
                      CallOptions.builder().bodyField("more", 1).build()))
          .isInstanceOf(InvalidArgumentException.class);
      assertThat(opened).as("read for that").hasValue(0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"png", "image/png; a=\"x\r\nX-Forged: 1\r\n\r\nbody\"", "image/png; a=\"\u00e4\""})
  void aMediaTypeIsOneOfPrintableCharacters(String wrong) {
    assertThatThrownBy(() -> Upload.ofBytes(CONTENT).withContentType(wrong))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("expected a media type");
  }

  @Test
  void aLengthIsKnownOrMinusOne() {
    InputStream stream = InputStream.nullInputStream();
    for (ThrowingCallable wrong :
        List.<ThrowingCallable>of(
            () -> Upload.ofStream(stream, -2), () -> Upload.ofStreams(() -> stream, -2))) {
      assertThatThrownBy(wrong)
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining("expected a length of -1 or more bytes, got -2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBodyWithoutAnyPartIsRefusedByName(BlockingOrAsync mode) {
    try (FakeServer server = new FakeServer().responds(json("{}"));
        FileCalls calls = calls(server, mode)) {
      assertThatThrownBy(() -> calls.made(calls.api().upload(null, null, null)))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessage("files.upload: expected at least one part, got none. Give one a value");
      assertThat(server.requests()).isEmpty();
    }
  }

  /** A stream of the JDK clears the flag of the thread that is interrupted while it waits. */
  @Test
  void anInterruptWhileItsStreamWaitsEndsTheCall() throws IOException {
    InputStream waiting =
        new FilterInputStream(new PipedInputStream(new PipedOutputStream())) {
          @Override
          public int read(byte[] block, int offset, int length) throws IOException {
            Thread.currentThread().interrupt();
            return super.read(block, offset, length);
          }
        };
    try (FakeServer server = new FakeServer().responds(json("{}"));
        FileCalls calls = calls(server, BlockingOrAsync.BLOCKING)) {
      Throwable error = catchThrowable(() -> sent(calls, Upload.ofStream(waiting, -1)));
      assertThat(Thread.interrupted()).as("the flag").isTrue();
      assertThat(error).hasStackTraceContaining("CallCancelledException");
    }
  }

  private static void sent(FileCalls calls, @Nullable Upload upload) {
    calls.made(calls.api().upload(Parts.file("file", upload, "a/b"), null, null));
  }

  private static InputStream stream(AtomicInteger closed) {
    return new ByteArrayInputStream(CONTENT) {
      @Override
      public void close() {
        closed.incrementAndGet();
      }
    };
  }
}
