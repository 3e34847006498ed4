package cloud.finfusion.sandbox.console;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.TestCards;
import cloud.finfusion.sandbox.testing.Caller;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console's pages come from the jar, under a policy that lets in nothing else. */
class PagesTest {
  private static final Pattern LINK =
      Pattern.compile("(?:src|href|from)=?\\s?[\"']([^\"'#]+)[\"']");
  private static final Pattern OUTSIDE =
      Pattern.compile("(?i)(src|href|url\\()\\s*=?[\"']?(https?:)?//");

  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/reference"})
  void aPageIsProtectedByItsHeaders(String path) {
    HttpResponse<String> page = page(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(page, "Content-Security-Policy"))
        .startsWith("default-src 'self';")
        .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'")
        .doesNotContain("unsafe", "http");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/reference"})
  void allThatAPageLoadsIsThereAndOfThisSandbox(String path) {
    String html = page(path).body();

    assertThat(html).doesNotContain("<style", "style=", "onclick").doesNotContainPattern(OUTSIDE);
    assertThat(html.replaceAll("<script[^>]* src=[^>]*></script>", "")).doesNotContain("<script");
    assertThat(files(html)).hasSizeGreaterThan(2).allSatisfy(this::isThere);
  }

  @Test
  void aModuleMakesNoMarkupOfText() {
    assertThat(files(page("/").body()).flatMap(this::modules).distinct())
        .hasSizeGreaterThan(10)
        .allSatisfy(
            name ->
                assertThat(file(name).body())
                    .doesNotContain("innerHTML", "insertAdjacentHTML", "document.write", "eval("));
  }

  @Test
  void aTerminalGetsTheTestCardsAsText() {
    HttpResponse<String> text = Caller.send(caller.anonymous("/").header("Accept", "*/*"));

    assertThat(header(text, "Content-Type")).startsWith("text/plain");
    assertThat(text.body()).contains(TestCards.VISA, TestCards.BY_AMOUNT, "disputed an hour after");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /, 405",
    "PUT, /reference, 405",
    "DELETE, /_sandbox/console/main.js, 405",
    "HEAD, /, 200",
    "GET, /_sandbox/console/, 404",
    "GET, /_sandbox/console/Console.class, 404",
    "GET, /_sandbox/console/..%2Fspec.js, 404",
    "GET, /_sandbox/console/%2e%2e/%2e%2e/Sandbox.class, 404",
    "GET, /_sandbox/console/index.html, 404",
    "GET, /_sandbox/console/none.js, 404",
    "GET, /index.html, 404",
    "GET, //, 404"
  })
  void onlyReadingOfWhatIsThereIsPossible(String method, String path, int status) {
    HttpResponse<String> response =
        Caller.send(
            caller
                .anonymous("/")
                .uri(URI.create(sandbox.baseUri() + path))
                .method(method, BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(header(response, "Allow")).isEqualTo(status == 405 ? "GET, HEAD" : "none");
  }

  @Test
  void theReferenceIsOfTheSpecificationThatTheSandboxFollows() {
    HttpResponse<String> json = caller.get("/_sandbox/specification");

    assertThat(Caller.json(json).path("openapi").asText()).startsWith("3.");
    assertThat(Caller.json(json).at("/paths").has("/v2/payments")).isTrue();
  }

  @Test
  void redocDoesNotAskForItsPictureOnAnotherHost() {
    assertThat(file("/_sandbox/console/redoc.standalone.js").body())
        .hasSizeGreaterThan(500_000)
        .contains("data:,")
        .doesNotContain("logo-mini.svg");
  }

  @Test
  void anOperationOfASpecificationComesBeforeAPage() {
    String own =
        """
        openapi: 3.0.3
        info: {title: Own, version: '1'}
        paths:
          /reference:
            get:
              operationId: listReferences
              tags: [References]
              responses: {'200': {description: ok}}
        """;
    try (Sandbox other = Sandbox.builder().spec(own).start()) {
      Caller.send(new Caller(other).anonymous("/reference").header("Accept", "text/html"));

      assertThat(other.requests())
          .singleElement()
          .hasToString("GET /reference (references.listReferences)");
    }
  }

  private HttpResponse<String> page(String path) {
    return Caller.send(caller.anonymous(path).header("Accept", "text/html,*/*"));
  }

  private static Stream<String> files(String html) {
    return LINK.matcher(html)
        .results()
        .map(each -> each.group(1))
        .filter(each -> each.startsWith("/_sandbox/console/"));
  }

  private Stream<String> modules(String name) {
    return !name.endsWith(".js")
        ? Stream.empty()
        : Stream.concat(
            Stream.of(name),
            LINK.matcher(file(name).body())
                .results()
                .map(each -> each.group(1))
                .filter(each -> each.startsWith("./"))
                .map(each -> "/_sandbox/console/" + each.substring(2)));
  }

  private void isThere(String name) {
    HttpResponse<String> file = file(name);
    assertThat(file.statusCode()).as(name).isEqualTo(200);
    assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(file, "Content-Type")).matches("(text/(javascript|css)|image/svg\\+xml).*");
  }

  private HttpResponse<String> file(String name) {
    return Caller.send(caller.anonymous(name));
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("none");
  }
}
