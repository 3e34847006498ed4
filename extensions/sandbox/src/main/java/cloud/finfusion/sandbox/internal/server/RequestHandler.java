package cloud.finfusion.sandbox.internal.server;

import cloud.finfusion.sandbox.internal.files.FileStore;
import cloud.finfusion.sandbox.internal.files.RequestFiles;
import cloud.finfusion.sandbox.internal.history.FinishedRequest;
import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.FormDecoder;
import cloud.finfusion.sandbox.internal.http.Loopback;
import cloud.finfusion.sandbox.internal.http.ResponseWriter;
import cloud.finfusion.sandbox.internal.spec.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Reads a request from Jetty whole, passes it to the pipeline, and sends the response. */
public final class RequestHandler extends Handler.Abstract {
  private static final int MAX_BODY = 1024 * 1024;

  private final RequestPipeline pipeline;
  private final ControlPaths control;
  private final FileStore files;
  private final Consumer<String> lines;
  private final String ownHost;
  private final boolean remoteAllowed;

  public RequestHandler(
      RequestPipeline pipeline,
      ControlPaths control,
      FileStore files,
      Consumer<String> lines,
      String ownHost,
      boolean remoteAllowed) {
    this.pipeline = pipeline;
    this.control = control;
    this.files = files;
    this.lines = lines;
    this.ownHost = ownHost;
    this.remoteAllowed = remoteAllowed;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    RequestEnds.report(request, response, end -> ended(request, end));
    response.getHeaders().put(RequestId.HEADER, RequestId.of(request));
    respond(request).send(response, callback);
    return true;
  }

  private ResponseWriter respond(Request request) throws IOException {
    try {
      requireOwnHost(request);
      return control.include(request)
          ? control.handle(request, withText(request, head(request)))
          : handle(request, head(request));
    } catch (ApiError error) {
      return error.response();
    }
  }

  private ResponseWriter handle(Request connection, ApiRequest head) throws IOException {
    Optional<Operation> operation = pipeline.operation(head);
    operation.ifPresent(found -> RequestEnds.setOperation(connection, found));
    return operation.filter(Operation::takesFile).isPresent()
        ? handleFile(connection, head, operation)
        : pipeline.handle(withText(connection, head), operation);
  }

  private ResponseWriter handleFile(
      Request connection, ApiRequest head, Optional<Operation> operation) throws IOException {
    try (RequestFiles own = files.newRequest()) {
      return pipeline.handle(new FileBodies(own).read(connection, head), operation);
    }
  }

  private static ApiRequest withText(Request connection, ApiRequest head) throws IOException {
    return head.with(body(connection), null);
  }

  private void ended(Request request, FinishedRequest end) {
    if (!control.include(request)) {
      control.console().finished(end);
      lines.accept(end.line());
    } else if (end.method().equals("POST")) { // what a console reads all the time would fill a log
      lines.accept(end.line());
    }
  }

  /**
   * Protects against DNS rebinding: a web page in a browser on this machine could otherwise use the
   * sandbox through its own host name, once its name server points that name here.
   */
  private void requireOwnHost(Request request) {
    String host = Request.getServerName(request);
    boolean own = host != null && (Loopback.isNamed(host) || host.equalsIgnoreCase(ownHost));
    if (!own && !remoteAllowed) {
      throw new ApiError(
          421,
          "The Host header names another host than this machine;"
              + " allowRemote(), or --allow-remote of the program, allows it.");
    }
  }

  private static ApiRequest head(Request request) {
    String query = Objects.requireNonNullElse(request.getHttpURI().getQuery(), "");
    return new ApiRequest(
        request.getMethod(),
        request.getHttpURI().getPath(),
        query,
        FormDecoder.decode(query),
        headers(request),
        "");
  }

  private static Map<String, List<String>> headers(Request request) {
    return request.getHeaders().stream()
        .collect(
            Collectors.groupingBy(
                field -> field.getName().toLowerCase(Locale.ROOT),
                Collectors.mapping(HttpField::getValue, Collectors.toUnmodifiableList())));
  }

  private static String body(Request request) throws IOException {
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] body = in.readNBytes(MAX_BODY + 1);
      if (body.length > MAX_BODY) {
        throw new ApiError(413, "The body is larger than " + MAX_BODY + " bytes.");
      }
      return new String(body, StandardCharsets.UTF_8);
    }
  }
}
