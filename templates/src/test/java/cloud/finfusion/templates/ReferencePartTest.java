package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a tag says of each operation what the specification says of it. */
class ReferencePartTest {
  private static final Path SPEC =
      Path.of(System.getProperty("basedir", ""), "src/test/resources/reference.yaml");
  private static final String TEST =
      "src/main/java/cloud/finfusion/resource/OrdersReferenceTest.java";

  @TempDir Path folder;

  @Test
  void aProgramHasTheRequiredFieldsWithinTheirBounds() {
    assertThat(section("orders.create"))
        .contains(
            """
            Order params =
                Order.builder()
                    .sku("textte")
                    .count(4)
                    .price(new BigDecimal("0.5"))
                    .kind(Gift.builder().to(GiftTo.ANN).build())
                    .parts(List.of("name@example.com", "name@example.com"))
                    .build();
            Order order = client.orders().create(params);
            """)
        .contains("| `sku` | body | `String` | yes | 6 to 20 characters |")
        .contains("| `count` | body | `Integer` | yes | more than 3 |")
        .contains("| `kind.Gift.to` | body | `GiftTo` | yes | one of `Ann`, `Bob` |")
        .contains("one `Idempotency-Key`", "Needs `login` with the scope `orders`.")
        .contains("| 409 | `OutcomeUnknownException` | Under way. |");
  }

  @Test
  void aProgramIsMadeOfTheExampleIfThereIsOne() {
    assertThat(section("orders.replace"))
        .contains(".sku(\"a-1\")", ".count(7)", ".extra(Map.of(\"any\", List.of(1, \"x\")))")
        .contains("client.orders().replace(params);", "Returns nothing: Replaced.")
        .contains("Sent without a credential.", "Repeated only if the request surely was not");
  }

  @Test
  void theNullOfAnExampleOrADefaultIsSent() {
    Path spec = Path.of("src/test/resources/kinds/null-in-example-later.yaml").toAbsolutePath();
    assertThat(String.join("", made(spec).values()))
        .contains(".source(null)", ".note(null)", ".total(null)", ".amount(null)");
  }

  @Test
  void anIdIsAVariableThatTheTestSets() {
    assertThat(section("orders.retrieve"))
        .contains("String orderId = \"ord_17\";", ".since(LocalDate.parse(\"2034-12-31\"))")
        .contains("Order order = client.orders().retrieve(orderId, params);")
        .contains("keeps the response for 60 s, as `order`", "Documented, page API.");
    assertThat(made(SPEC).get(TEST))
        .contains("id(\"orders.retrieve\", \"order_id\", \"ord_17\");")
        .contains("assertNotNull(order);");
  }

  @Test
  void aPlaceOfThePathHasTheNameOfTheSpecification() {
    Path spec = Path.of("src/test/resources/kinds/path-templates.yaml").toAbsolutePath();
    assertThat(String.join("", made(spec).values())).contains("| `a.b` | path | `String` | yes |");
    assertThat(String.join("", Generation.run(spec, "wiretests", folder.resolve("wire")).values()))
        .contains(".argument(\"a.b\", ")
        .contains(".argument(\"c.d\", ")
        .doesNotContain("No tests of odd.");
  }

  @Test
  void whatHasNoProgramSaysWhy() {
    assertThat(section("orders.match")).contains("No program: a text of the pattern ^[0-9]{7}$");
  }

  @Test
  void aFileOfAProgramIsAFewBytes() {
    assertThat(section("orders.sendFile"))
        .contains("client.orders().sendFile(Upload.ofBytes(new byte[] {1, 2, 3}));")
        .contains("| `params` | body | `Upload` | no |");
  }

  @Test
  void whatHasNoProgramHasNoWireTestsAndSaysWhy() {
    String tests =
        Generation.run(SPEC, "wiretests", folder.resolve("wire"))
            .getOrDefault("src/main/java/cloud/finfusion/resource/wire/OrdersWireTest.java", "");

    assertThat(tests)
        .contains("// No tests of orders.match: a text of the pattern ^[0-9]{7}$ needs one.")
        .contains(".file(\"application/octet-stream\")")
        .contains("class CreateTest extends OperationWireTest implements RepeatedOperation {");
  }

  @Test
  void whatIsReturnedIsDescribedOncePerPage() {
    assertThat(section("Order")).contains("| `sku` | `String` | yes |  |  |");
    assertThat(section("Sent"))
        .contains("| `at` | `OffsetDateTime` | no | `2034-01-02T03:04:05Z` |");
  }

  @Test
  void theJavadocOfAFacadeHasTheSameProgram() {
    String facade =
        Generation.run(SPEC, "resources", folder.resolve("facades"))
            .getOrDefault("src/main/java/cloud/finfusion/resource/Orders.java", "")
            .replaceAll("(?m)^ +\\* ?", "");

    assertThat(facade).containsOnlyOnce(program("orders.create"));
    assertThat(facade).containsOnlyOnce(program("orders.retrieve"));
  }

  private String program(String operation) {
    String start = "```java\n";
    String section = section(operation);
    String rest = section.substring(section.indexOf(start) + start.length());
    return rest.substring(0, rest.indexOf("```"));
  }

  @ParameterizedTest
  @CsvSource({
    "x-finfusion-ttl: 60",
    "x-finfusion-idempotency: true",
    "', example: ord_17'",
    "'sku: a-1, '",
    "', minLength: 6'",
    "'security: []'",
    "2034-01-02T03:04:05Z",
  })
  void theSpecificationWithoutItIsAnotherReference(String text) throws IOException {
    String spec = Files.readString(SPEC);
    Path less = Files.writeString(folder.resolve("less.yaml"), spec.replace(text, ""));

    assertThat(made(less).get("Orders.md")).isNotEqualTo(made(SPEC).get("Orders.md"));
  }

  private String section(String operation) {
    String page = made(SPEC).getOrDefault("Orders.md", "");
    String start = "\n## " + operation + "\n";
    assertThat(page).contains(start);
    String rest = page.substring(page.indexOf(start) + start.length());
    int end = rest.indexOf("\n## ");
    return end < 0 ? rest : rest.substring(0, end);
  }

  private Map<String, String> made(Path spec) {
    return Generation.run(
        spec, "reference", folder.resolve(spec.getFileName()).resolveSibling("made"));
  }
}
