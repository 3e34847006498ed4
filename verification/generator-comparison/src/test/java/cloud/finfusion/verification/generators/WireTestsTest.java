package cloud.finfusion.verification.generators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generated wire tests pass for the code of their specification. Where the code is that of another
 * one, those of the operations that differ fail, and no others.
 */
@ResourceLock(OwnOperations.GENERATOR)
class WireTestsTest {
  private static final Path SPEC = Path.of("src/test/resources/wire.yaml").toAbsolutePath();
  private static final int TESTS = 100;

  private static final String REQUEST = "theRequestIsThatOfTheSpecification";
  private static final String RESPONSE = "theResponseIsReadAndWrittenBack";
  private static final String ERROR = "everyErrorIsItsException";
  private static final String REPEATED = "aFailureIsRepeatedWithTheSameKey";
  private static final String NOT_REPEATED = "aFailureIsNotRepeatedAndItsOutcomeIsUnknown";

  private static final List<SpecChange> CHANGES =
      List.of(
          SpecChange.of("  /login:", "  /sign-in:", "LoginTest", REQUEST),
          SpecChange.of("    delete:", "    put:", "DeleteTest", REQUEST),
          SpecChange.of(
              "/orders/{order_id}:\n    get:",
              "/orders/{order_id}:\n    servers: [{ url: /v2 }]\n    get:",
              Set.of("RetrieveTest", "DeleteTest"),
              REQUEST,
              "argumentsOfThePathAreEncoded"),
          SpecChange.of("explode: false, schema", "schema", "ListTest", REQUEST),
          SpecChange.of("style: deepObject, ", "", "ListTest", REQUEST),
          SpecChange.of("X-Trace, in: header", "X-Trace, in: query", "ListTest", REQUEST),
          SpecChange.of("session, in: cookie", "session, in: header", "ListTest", REQUEST),
          SpecChange.of(
              "{ application/json: { schema: { $ref: '#/components/schemas/OrderCreate",
              "{ application/merge+json: { schema: { $ref: '#/components/schemas/OrderCreate",
              "CreateTest",
              REQUEST),
          SpecChange.of("      security: []\n", "", "LoginTest", REQUEST),
          SpecChange.of("ttl: 60", "ttl: 60\n      security: []", "RetrieveTest", REQUEST),
          SpecChange.of("apiKey, in: header", "apiKey, in: query", "DeleteTest", REQUEST),
          SpecChange.of(
              "method: create\n      x-finfusion-family: order\n      x-finfusion-idempotency: true",
              "method: create\n      x-finfusion-family: order",
              "CreateTest",
              REQUEST,
              ERROR,
              NOT_REPEATED),
          SpecChange.of(
              "method: delete",
              "method: delete\n      x-finfusion-idempotency: true",
              "DeleteTest",
              REQUEST,
              REPEATED),
          SpecChange.of("      x-finfusion-ttl: 60\n", "", "RetrieveTest", "aSecondReadIsSent"),
          SpecChange.of(
              "method: list",
              "method: list\n      x-finfusion-ttl: 60",
              "ListTest",
              "aSecondReadSendsNothing"),
          SpecChange.of(
              "final: [lost, sent]",
              "final: [lost, packed, sent]",
              "TrackTest",
              "itIsReadUntilItsStateIsFinal"),
          SpecChange.of("after", "behind", "ListTest", "theNextPageIsAskedForByItsCursor"),
          SpecChange.of(
              "sku: { type: string, example: a-1 }",
              "sku: { example: [1] }",
              Set.of("ListTest", "CreateTest", "RetrieveTest", "CreateBatchTest"),
              RESPONSE));

  /** Nobody knows a text of the pattern then. */
  private static final SpecChange WITHOUT_EXAMPLE =
      SpecChange.of("'^[a-z]-[0-9]$', example: a-1", "'^[a-z]-[0-9]$'", "CreateTest");

  private static Compilation compiled;
  private static Map<String, String> tests;

  @TempDir static Path folder;

  @BeforeAll
  static void run() throws IOException, ReflectiveOperationException {
    OwnOperations all =
        new OwnOperations(folder).client("shop", SPEC).wireTests("shop", "shop.same", SPEC);
    for (SpecChange each : CHANGES) {
      String name = name(each);
      all.wireTests("shop", "shop." + name, each.apply(SPEC, folder.resolve(name + ".yaml")));
    }
    all.wireTests("shop", "shop.less", WITHOUT_EXAMPLE.apply(SPEC, folder.resolve("less.yaml")));
    compiled = all.compile();
    tests = JUnitRun.of("shop", compiled);
  }

  private static String name(SpecChange change) {
    return "change" + CHANGES.indexOf(change);
  }

  @Test
  void theyCompile() {
    assertThat(compiled.errors()).isEmpty();
  }

  @Test
  void theyPassForTheCodeOfTheirSpecification() {
    assertThat(of("same")).hasSize(TESTS).allSatisfy((test, why) -> assertThat(why).isEmpty());
  }

  @Test
  void withoutItsExampleAnOperationHasNoTests() {
    assertThat(of("less").keySet())
        .noneMatch(test -> test.startsWith("Create"))
        .anyMatch(test -> test.startsWith("RetrieveTest"));
  }

  static List<SpecChange> changes() {
    return CHANGES;
  }

  @ParameterizedTest
  @MethodSource("changes")
  void theyFailForTheCodeOfAnother(SpecChange change) {
    Map<String, String> all = of(name(change));
    for (String operation : change.operations()) {
      for (String test : change.seenBy()) {
        assertThat(ends(all, operation + "." + test)).isNotEmpty().doesNotContain("");
      }
    }
    all.values().removeIf(String::isEmpty);
    assertThat(all)
        .allSatisfy(
            (test, why) -> {
              assertThat(change.operations()).contains(test.replaceAll("\\..*", ""));
              assertThat(why).as("names the operation").contains("orders.");
            });
  }

  /** Why each form of a test failed. */
  private static List<String> ends(Map<String, String> all, String test) {
    return all.entrySet().stream()
        .filter(each -> each.getKey().startsWith(test + " "))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Without the package and the class around that of the operation. */
  private static Map<String, String> of(String name) {
    String start = "shop." + name + ".OrdersWireTest$";
    return tests.entrySet().stream()
        .filter(each -> each.getKey().startsWith(start))
        .collect(
            Collectors.toMap(each -> each.getKey().substring(start.length()), Map.Entry::getValue));
  }
}
