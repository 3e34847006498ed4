package cloud.finfusion.sandbox.internal.http;

/**
 * The codes of the error envelope, as documented; PAY001 and PAY002 appear only in examples of the
 * specification.
 */
public enum ErrorCode {
  AUTH001("Invalid API key"),
  AUTH002("Expired token"),
  AUTH003("Invalid scope"),
  VAL001("Invalid request payload"),
  VAL002("Invalid parameter"),
  VAL003("Resource not found"),
  PAY001("The card was declined"),
  PAY002("Insufficient funds"),
  RATE001("Rate limit exceeded"),
  RATE002("Concurrent request limit"),
  API001("Internal server error"),
  API002("Service unavailable");

  public final String message;

  ErrorCode(String message) {
    this.message = message;
  }

  public static ErrorCode of(int status) {
    return switch (status) {
      case 401 -> AUTH001;
      case 402 -> PAY001;
      case 403 -> AUTH003;
      case 404, 405 -> VAL003;
      case 429 -> RATE001;
      case 503 -> API002;
      default -> status < 500 ? VAL001 : API001;
    };
  }
}
