package cloud.finfusion.sandbox.internal.server;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ErrorCode;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Sends the API's error envelope for requests that Jetty itself rejects, in place of HTML. */
final class JettyErrorHandler extends ErrorHandler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    response.getHeaders().put(RequestId.HEADER, RequestId.of(request));
    int status = Math.max(400, response.getStatus());
    new ApiError(status, ErrorCode.of(status).message).response().send(response, callback);
    return true;
  }
}
