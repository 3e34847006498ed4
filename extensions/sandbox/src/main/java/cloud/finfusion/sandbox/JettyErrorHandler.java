package cloud.finfusion.sandbox;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty itself refuses gets our envelope too, and not its HTML page. */
final class JettyErrorHandler extends ErrorHandler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    response.getHeaders().put(RequestId.HEADER, RequestId.of(request));
    int status = Math.max(400, response.getStatus());
    new ApiError(status, ErrorCode.of(status).message).answer().send(response, callback);
    return true;
  }
}
