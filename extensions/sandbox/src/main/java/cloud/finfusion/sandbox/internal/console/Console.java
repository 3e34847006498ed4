package cloud.finfusion.sandbox.internal.console;

import cloud.finfusion.sandbox.internal.history.FinishedRequest;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.ResponseWriter;
import cloud.finfusion.sandbox.internal.spec.Operation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The pages at {@code /} and {@code /reference}, and below {@code /_sandbox/} what they read and
 * change. Who may reach them is checked before.
 */
public final class Console implements AutoCloseable {
  private static final String ROOT = "/_sandbox/";

  private final ConsoleParts parts;
  private final RequestFeed feed = new RequestFeed();
  private final Pages pages;
  private final Set<String> pagePaths;
  private @Nullable Routes routes;

  public Console(ConsoleParts parts) {
    this.parts = parts;
    this.pages = new Pages(parts.cards());
    List<Operation> operations = parts.context().spec().operations();
    this.pagePaths =
        Pages.PATHS.stream()
            .filter(page -> operations.stream().noneMatch(each -> each.path().matches(page)))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a page is at this path; never at one of the API's. */
  public boolean hasPage(String path) {
    return pagePaths.contains(path);
  }

  public ApiResponse page(ApiRequest request) {
    return pages.page(request);
  }

  /** Called when a request of the API has ended. */
  public void finished(FinishedRequest request) {
    feed.add(request);
  }

  /** The response to a request below {@code /_sandbox/}. */
  public ResponseWriter handle(ApiRequest request) {
    if (request.path().startsWith(Pages.FILES)) {
      return pages.file(request);
    }
    String path = request.path().substring(ROOT.length());
    if (path.equals(Routes.STREAM) && request.method().equals("GET")) {
      return feed.open(request.header("Last-Event-ID"));
    }
    return routes().handle(path, request);
  }

  @Override
  public void close() {
    feed.close();
  }

  /** Made for the first console that is opened, since most sandboxes are of tests, without one. */
  private synchronized Routes routes() {
    if (routes == null) {
      routes = new Routes(parts);
    }
    return routes;
  }
}
