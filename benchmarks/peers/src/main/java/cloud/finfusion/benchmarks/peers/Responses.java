package cloud.finfusion.benchmarks.peers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** What the server responds to each request: bytes made once, from the specification's examples. */
final class Responses {
  /** A payment, about as large as the API shows it. */
  static final byte[] PAYMENT =
      """
      {"id":"pay_1234567890","status":"succeeded","amount":{"value":1000,"currency":"USD"},\
      "payment_method":{"id":"pm_1234567890","type":"card","card":{"brand":"visa","last4":"4242",\
      "exp_month":12,"exp_year":2034}},"amount_refunded":{"value":0,"currency":"USD"},\
      "created_at":"2024-03-15T10:30:00Z","metadata":{"order_id":"order_123"}}"""
          .getBytes(UTF_8);

  private static final byte[] CUSTOMER =
      """
      {"id":"cust_1234567890","email":"customer@example.com","name":"John Doe",\
      "metadata":{"order_id":"order_123"},"created_at":"2024-03-15T10:30:00Z"}"""
          .getBytes(UTF_8);

  /** What stripe-java reads in place of a payment; no larger. */
  private static final byte[] PAYMENT_INTENT =
      """
      {"id":"pi_1234567890","object":"payment_intent","amount":1000,"amount_received":1000,\
      "capture_method":"automatic","confirmation_method":"automatic","created":1710498600,\
      "currency":"usd","customer":null,"latest_charge":"ch_1234567890","livemode":false,\
      "metadata":{"order_id":"order_123"},"payment_method":"pm_1234567890",\
      "payment_method_types":["card"],"status":"succeeded"}"""
          .getBytes(UTF_8);

  private static final List<Known> ALL =
      List.of(
          known("POST /v2/payments ", PAYMENT),
          known("GET /v2/payments/", PAYMENT),
          known("GET /v2/customers/", CUSTOMER),
          known("POST /v1/payment_intents ", PAYMENT_INTENT),
          known("GET /v1/payment_intents/", PAYMENT_INTENT));

  private static final byte[] UNKNOWN =
      "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII);

  private Responses() {}

  /** The whole response, head and body, to a request that starts like this. */
  static byte[] to(byte[] request) {
    for (Known each : ALL) {
      if (each.begins(request)) {
        return each.response();
      }
    }
    return UNKNOWN;
  }

  private static Known known(String start, byte[] body) {
    String head =
        "HTTP/1.1 200 OK\r\nDate: Fri, 15 Mar 2024 10:30:00 GMT\r\nContent-Type: application/json\r\n"
            + "X-Request-Id: req_1234567890\r\nCache-Control: no-store\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    byte[] response = new byte[head.length() + body.length];
    System.arraycopy(head.getBytes(US_ASCII), 0, response, 0, head.length());
    System.arraycopy(body, 0, response, head.length(), body.length);
    return new Known(start.getBytes(US_ASCII), response);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Known(byte[] start, byte[] response) {
    boolean begins(byte[] request) {
      for (int i = 0; i < start.length; i++) {
        if (request[i] != start[i]) {
          return false;
        }
      }
      return true;
    }
  }
}
