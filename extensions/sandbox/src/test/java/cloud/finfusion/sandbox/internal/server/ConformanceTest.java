package cloud.finfusion.sandbox.internal.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.spec.Spec;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What differs from the specification, in either direction, is named when the sandbox closes. */
class ConformanceTest {
  private static final String PAYMENT =
      """
      {"amount": {"value": 1, "currency": "USD"%s}, "metadata": {"free": {"form": 1}},
       "payment_method": {"type": "card", "card": {"number": "4242424242424242"%s}}%s}""";
  private static final String CUSTOMER = "{\"id\": \"cust_1\", \"email\": \"a@example.com\"}";

  private final Conformance conformance = new Conformance(Spec.bundled().responses());

  @Test
  void whatConformsIsLeftAlone() {
    check("createCustomer", "{\"email\": \"a@example.com\", \"metadata\": {\"a\": 1}}", CUSTOMER);

    assertThatCode(conformance::require).doesNotThrowAnyException();
  }

  @Test
  void aResponseThatDoesNotConformIsNamed() {
    check("createCustomer", "{\"email\": \"a@example.com\"}", "{\"email\": 7}");

    assertThatThrownBy(conformance::require)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("200 to POST /v2/customers")
        .hasMessageContaining("email")
        .hasMessageContaining("id");
  }

  @Test
  void aFieldThatTheSpecificationDoesNotHaveIsNamedButNotItsValue() {
    check(
        "createPayment",
        PAYMENT.formatted(", \"a\": 1", ", \"pin\": \"s3cret\"", ", \"b\": 2"),
        "");

    assertThatThrownBy(conformance::require)
        .hasMessageContaining("unknown field .amount.a")
        .hasMessageContaining("unknown field .payment_method.card.pin")
        .hasMessageContaining("unknown field .b")
        .hasMessageNotContainingAny("s3cret", "metadata");
  }

  private void check(String operationId, String request, String response) {
    Operation operation = Spec.bundled().operation(operationId).orElseThrow();
    conformance.check(
        operation,
        new ApiRequest("POST", operation.path().toString(), "", Map.of(), Map.of(), request),
        new ApiResponse(200, Map.of(), response));
  }
}
