package cloud.finfusion.benchmarks.peers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.jspecify.annotations.Nullable;

/** The server's side of one connection: takes bytes until a request is whole. */
final class ServerConnection {
  private static final int MOST = 1 << 14;
  private static final byte[] CONTENT_LENGTH = "content-length:".getBytes(US_ASCII);
  private static final int LOWER_CASE = 0x20;

  private final byte[] request = new byte[MOST];
  private int received;
  private int expected;

  /** Takes what came; returns the response if the request is whole by now. */
  byte @Nullable [] receive(byte[] bytes, int offset, int count) {
    System.arraycopy(bytes, offset, request, received, count);
    received += count;
    if (expected == 0) {
      expected = length();
    }
    if (expected == 0 || received < expected) {
      return null;
    }
    received = 0;
    expected = 0;
    return Responses.to(request);
  }

  /** How long the request is, with its body; 0 while its head is not whole. */
  private int length() {
    int body = 0;
    for (int i = 0; i < received - 2; i++) {
      if (request[i] == '\n') {
        if (request[i + 1] == '\r') {
          return i + 3 + body;
        }
        if (isContentLength(i + 1)) {
          body = number(i + 1 + CONTENT_LENGTH.length);
        }
      }
    }
    return 0;
  }

  private boolean isContentLength(int start) {
    for (int i = 0; i < CONTENT_LENGTH.length; i++) {
      if ((request[start + i] | LOWER_CASE) != CONTENT_LENGTH[i]) {
        return false;
      }
    }
    return true;
  }

  private int number(int start) {
    int number = 0;
    for (int i = start; request[i] != '\r'; i++) {
      if (request[i] != ' ') {
        number = number * 10 + request[i] - '0';
      }
    }
    return number;
  }
}
