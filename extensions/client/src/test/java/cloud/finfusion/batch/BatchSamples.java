package cloud.finfusion.batch;

import cloud.finfusion.model.CustomerBatchItem;
import cloud.finfusion.testing.FakeServer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** Customers for batches, and responses to batches of them. */
final class BatchSamples {
  private BatchSamples() {}

  static CustomerBatchItem customer(int number) {
    return CustomerBatchItem.builder().email("c" + number + "@example.com").build();
  }

  static List<CustomerBatchItem> customers(int many) {
    return IntStream.range(0, many).mapToObj(BatchSamples::customer).toList();
  }

  static MockResponse results(String... results) {
    return FakeServer.json("{\"results\": [" + String.join(", ", results) + "]}");
  }

  static MockResponse done(int many) {
    return results(IntStream.range(0, many).mapToObj(BatchSamples::done1).toArray(String[]::new));
  }

  static String done1(int index) {
    return "{\"index\": %d, \"customer\": {\"id\": \"cust_%d\", \"email\": \"c%d@example.com\"}}"
        .formatted(index, index, index);
  }

  static String refused(int index, int status, String code) {
    return "{\"index\": %d, \"status\": %d, \"error\": {\"code\": \"%s\", \"message\": \"no\"}}"
        .formatted(index, status, code);
  }

  /** An error whose status follows from its code. */
  static String refused(int index, String code) {
    return "{\"index\": %d, \"error\": {\"code\": \"%s\", \"message\": \"no\"}}"
        .formatted(index, code);
  }

  /** The kinds of the items, a letter each. */
  static String kinds(BatchResult<?> result) {
    return result.items().stream()
        .map(each -> each.getClass().getSimpleName().substring(0, 1))
        .collect(Collectors.joining());
  }

  /** The numbers of the customers that a request holds, in order. */
  static List<Integer> sent(RecordedRequest request) {
    return Pattern.compile("c(\\d+)@")
        .matcher(body(request))
        .results()
        .map(found -> Integer.valueOf(found.group(1)))
        .toList();
  }

  /** The items' keys in a request, in order. */
  static List<String> keys(RecordedRequest request) {
    return Pattern.compile("\"idempotency_key\": ?\"([^\"]+)\"")
        .matcher(body(request))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static String body(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().utf8();
  }
}
