package cloud.finfusion.sandbox.internal.server;

import cloud.finfusion.sandbox.internal.http.ApiRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * Writes one line for each request that has ended: method, path, status, idempotency key and time.
 * No header, query or body is in it, and of the path only what is no secret and no card number.
 */
final class RequestLines {
  private static final int MAX_PATH = 200;
  private static final String REDACTED = "***";
  private static final Pattern METHOD = Pattern.compile("[A-Z]{1,10}");
  private static final Pattern SEGMENT = Pattern.compile("|[A-Za-z_][A-Za-z0-9_.-]{0,63}");
  private static final Pattern SECRET =
      Pattern.compile("(?i)(dev|prod|rest|sk|whsec|tok|rt)_.*|.*[0-9]([-._]?[0-9]){11}.*");

  private final Consumer<String> lines;

  RequestLines(Consumer<String> lines) {
    this.lines = lines;
  }

  /** Writes the line when the response has been sent, or the connection was closed instead. */
  void writeAtEnd(Request request, Response response) {
    long start = System.nanoTime();
    Request.addCompletionListener(
        request,
        failure -> {
          String status = failure == null ? String.valueOf(response.getStatus()) : "closed";
          lines.accept(line(request, status, Duration.ofNanos(System.nanoTime() - start)));
        });
  }

  private static String line(Request request, String status, Duration time) {
    String method = request.getMethod();
    return "%s %s %s %s %d ms"
        .formatted(
            METHOD.matcher(method).matches() ? method : REDACTED,
            redacted(request.getHttpURI().getPath()),
            status,
            key(request.getHeaders().get(ApiRequest.IDEMPOTENCY_KEY)),
            time.toMillis());
  }

  private static String redacted(String path) {
    String shown =
        Arrays.stream(path.split("/", -1))
            .map(each -> isPlain(each) ? each : REDACTED)
            .collect(Collectors.joining("/"));
    return shown.length() > MAX_PATH ? shown.substring(0, MAX_PATH) + REDACTED : shown;
  }

  private static boolean isPlain(String segment) {
    return SEGMENT.matcher(segment).matches() && !SECRET.matcher(segment).matches();
  }

  /** A hash, short, so that repeated keys show and no key does. */
  private static String key(@Nullable String key) {
    if (key == null) {
      return "no-key";
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return "key:" + HexFormat.of().formatHex(hash, 0, 3);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
