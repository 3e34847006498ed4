package cloud.finfusion.sandbox.internal.console;

import cloud.finfusion.sandbox.internal.cards.TestCard;
import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pages of the console, with the modules and styles that they load: files of the jar. */
final class Pages {
  static final String HOME = "/";
  static final String REFERENCE = "/reference";
  static final Set<String> PATHS = Set.of(HOME, REFERENCE);

  /** Below this path are the files, none of which is in a folder. */
  static final String FILES = "/_sandbox/console/";

  private static final String REDOC = "redoc.standalone.js";
  private static final Pattern FILE = Pattern.compile("[a-z]+(\\.standalone)?\\.(js|css|svg)");
  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml; charset=utf-8");

  /** No other host, no script or style in the page, no text that becomes markup. */
  private static final String POLICY =
      "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types 'none'";

  private static final ApiResponse NOT_ALLOWED =
      new ApiError(405, "This path has only the methods GET and HEAD.")
          .response()
          .with(Map.of("Allow", "GET, HEAD"));

  private final List<TestCard> cards;

  Pages(List<TestCard> cards) {
    this.cards = cards;
  }

  ApiResponse page(ApiRequest request) {
    if (!isReading(request)) {
      return NOT_ALLOWED;
    }
    if (request.path().equals(REFERENCE)) {
      return html("reference.html", Reference.POLICY);
    }
    String accepted = Objects.requireNonNullElse(request.header("Accept"), "");
    return accepted.contains("text/html") ? html("index.html", POLICY) : text();
  }

  ApiResponse file(ApiRequest request) {
    if (!isReading(request)) {
      return NOT_ALLOWED;
    }
    String name = request.path().substring(FILES.length());
    Matcher form = FILE.matcher(name);
    if (!form.matches()) {
      throw new ApiError(404, "The console has no such file.");
    }
    String text = read(name);
    return response(
        Objects.requireNonNull(TYPES.get(form.group(2))),
        name.equals(REDOC) ? Reference.withoutPicture(text) : text);
  }

  private static ApiResponse html(String name, String policy) {
    return response("text/html; charset=utf-8", read(name))
        .with(Map.of("Content-Security-Policy", policy));
  }

  /** What a terminal shows. */
  private ApiResponse text() {
    String table =
        cards.stream()
            .map(card -> "%-16s  %s%n".formatted(card.number(), card.effect()))
            .collect(Collectors.joining());
    return response(
        "text/plain; charset=utf-8",
        "The FinFusion sandbox. A browser shows its console here, and the API at /reference.\n\n"
            + "Test cards:\n"
            + table);
  }

  static ApiResponse response(String type, String body) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", type);
    headers.put("Content-Security-Policy", "default-src 'none'");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cache-Control", "no-store");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    return new ApiResponse(200, headers, body);
  }

  private static boolean isReading(ApiRequest request) {
    return request.method().equals("GET") || request.method().equals("HEAD");
  }

  private static String read(String name) {
    try (@Nullable InputStream in = Pages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new ApiError(404, "The console has no such file.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
