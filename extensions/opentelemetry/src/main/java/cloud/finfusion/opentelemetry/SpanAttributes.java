package cloud.finfusion.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;

/**
 * The attributes of spans: OpenTelemetry's stable conventions for HTTP, and two of the SDK. None
 * holds an id, a body, a key or a whole URL, whose path would name the payment.
 */
final class SpanAttributes {
  static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  static final AttributeKey<Long> RESEND_COUNT = AttributeKey.longKey("http.request.resend_count");
  static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
  static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  static final AttributeKey<String> SCHEME = AttributeKey.stringKey("url.scheme");
  static final AttributeKey<String> HOST = AttributeKey.stringKey("server.address");
  static final AttributeKey<Long> PORT = AttributeKey.longKey("server.port");
  static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
  static final AttributeKey<String> RESULT = AttributeKey.stringKey("finfusion.result");
  static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("finfusion.outcome");

  private SpanAttributes() {}
}
