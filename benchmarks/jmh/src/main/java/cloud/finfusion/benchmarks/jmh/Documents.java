package cloud.finfusion.benchmarks.jmh;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pages of 100 as the API sends them, made of the specification's examples. */
final class Documents {
  private static final int ITEMS = 100;

  private Documents() {}

  static String payments() {
    return page(Documents::payment);
  }

  /** Each third is of another kind; all have a payment, which has a payment method. */
  static String events() {
    return page(Documents::event);
  }

  private static String page(IntFunction<String> item) {
    return IntStream.range(0, ITEMS)
        .mapToObj(item)
        .collect(
            Collectors.joining(
                ",", "{\"data\":[", "],\"has_more\":true,\"next_cursor\":\"cur_100\"}"));
  }

  private static String payment(int i) {
    return """
        {"id":"pay_%08d","status":"succeeded","amount":{"value":%d,"currency":"USD"},\
        "payment_method":{"id":"pm_%08d","type":"card","card":{"brand":"visa","last4":"4242",\
        "exp_month":12,"exp_year":2034}},"amount_refunded":{"value":0,"currency":"USD"},\
        "created_at":"2024-03-15T10:30:00Z","metadata":{"order_id":"order_%d"}}"""
        .formatted(i, 1000 + i, i, i);
  }

  private static String event(int i) {
    String[] kinds = {"payment.succeeded", "payment.failed", "payment.refunded"};
    return String.format(
        Locale.ROOT,
        "{\"id\":\"evt_%08d\",\"type\":\"%s\",\"created\":%d,\"data\":{\"object\":%s}}",
        i,
        kinds[i % kinds.length],
        1_710_498_600 + i,
        payment(i));
  }
}
