package cloud.finfusion.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentMethod;
import cloud.finfusion.runtime.UnreadableJsonException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** It makes no difference where among a union's members the one stands that names the kind. */
class UnionMembersTest {
  private static final String TYPE = "\"type\":\"card\"";
  private static final List<String> MEMBERS =
      List.of(
          TYPE,
          "\"id\":\"pm_1\"",
          "\"card\":{\"brand\":\"visa\",\"exp_month\":12}",
          "\"later\":{\"a\":[1,null,1e3]}",
          "\"note\":null");

  private static List<List<String>> orders(List<String> members) {
    List<List<String>> orders = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      List<String> order = new ArrayList<>(members);
      Collections.rotate(order, i);
      orders.add(order);
    }
    return orders;
  }

  private static String object(List<String> members) {
    return "{" + String.join(",", members) + "}";
  }

  @Test
  @DisplayName("the same value in every order, also of a kind that nobody knows")
  void everyOrderIsTheSameValue() {
    for (String type : List.of("card", "pay_by_wink")) {
      List<String> members =
          MEMBERS.stream().map(each -> each.replace("\"card\"", "\"" + type + "\"")).toList();
      PaymentMethod first = PaymentMethod.fromJson(object(members));

      for (List<String> order : orders(members)) {
        PaymentMethod read = PaymentMethod.fromJson(object(order));
        assertThat(read).as("in the order " + order).isEqualTo(first);
        assertThat(PaymentMethod.fromJson(read.toJson())).isEqualTo(first);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "id":5 | $.payment_method.id | expected a text, got another number
          "id":null | $.payment_method.id | expected a value, got null
          "id":{} | $.payment_method.id | expected a text, got an object
          "card":{"exp_month":1.5} | $.payment_method.card.exp_month | expected a whole number of 32 bits, got another number
          "card":[] | $.payment_method.card | expected an object, got an array
          "card":{"a":1,"a":2} | $.payment_method.card.a | expected each name once, got it twice
          "a":{"b":1,"b":2} | $.payment_method.a.b | expected each name once, got it twice
          """)
  @DisplayName(
      "what is wrong with another member is said with its place, before and after the kind")
  void everyOrderHasTheSameError(String member, String path, String problem) {
    for (List<String> order : orders(List.of(TYPE, member, "\"x.y\":1"))) {
      assertError(object(order), path, problem);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "type":"card","type":"card","id":"1" | type | expected each name once, got it twice
          "id":"1","type":"card","type":"other" | type | expected each name once, got it twice
          "id":"1","type":"card","id":"2" | id | expected each name once, got it twice
          "id":"1","id":"2","type":"card" | id | expected each name once, got it twice
          "a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"b":2 | b | expected each name once, got it twice
          "a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"i":2 | i | expected each name once, got it twice
          "new":"1","type":"card","new":"2" | new | expected each name once, got it twice
          "type":null,"id":"1" | type | expected a value, got none
          "id":"1","type":null | type | expected a value, got none
          "id":"1" | type | expected a value, got none
          "id":"1","type":7 | type | expected a text, got another number
          "type":["card"] | type | expected a text, got an array
          "type":"card","card":{} | id | expected a value, got none
          "card":{},"type":"card" | id | expected a value, got none
          """)
  @DisplayName("C082 a name that comes twice, no kind or no value: a typed error that says where")
  void errorsOfTheObject(String members, String name, String problem) {
    assertError("{" + members + "}", "$.payment_method." + name, problem);
  }

  private static void assertError(String method, String path, String problem) {
    String payment =
        "{\"id\":\"pay_1\",\"payment_method\":"
            + method
            + ",\"status\":\"pending\",\"amount\":{\"value\":1,\"currency\":\"USD\"}}";

    UnreadableJsonException error =
        catchThrowableOfType(UnreadableJsonException.class, () -> Payment.fromJson(payment));

    assertThat(error).as(method).isNotNull();
    assertThat(error.path()).as(method).isEqualTo(path);
    assertThat(error.problem()).as(method).isEqualTo(problem);
  }
}
