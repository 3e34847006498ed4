package cloud.finfusion.verification.specdiff;

import static cloud.finfusion.verification.specdiff.Change.MAJOR;
import static cloud.finfusion.verification.specdiff.Change.MINOR;
import static cloud.finfusion.verification.specdiff.Change.NONE;
import static cloud.finfusion.verification.specdiff.Change.PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Each edit of a small specification is of the class that its users would put it in. */
@Execution(ExecutionMode.SAME_THREAD)
class SpecChangeTest {
  private static final Path ROOT = Path.of(System.getProperty("basedir", "")).resolve("../..");
  private static final Path SETTINGS = ROOT.resolve("templates/generator.yaml");
  private static final Path SHOP = Path.of("src/test/resources/shop.yaml").toAbsolutePath();

  @TempDir static Path shared;
  private static JavaApi shop;

  @TempDir Path folder;

  @BeforeAll
  static void generateOnce() throws IOException {
    shop = JavaApi.of(SHOP, SETTINGS, shared.resolve("shop"));
  }

  @Test
  void anEditedCommentIsNoChange() throws IOException {
    assertThat(edited("openapi: 3.0.3", "# A shop.\nopenapi: 3.0.3").change()).isEqualTo(NONE);
  }

  @Test
  void anEditedDescriptionIsAPatch() throws IOException {
    SpecChange change = edited("For the packer.", "For those who pack.");

    assertThat(change.change()).isEqualTo(PATCH);
    assertThat(change.java().elements()).isEmpty();
  }

  @Test
  void anOptionalFieldOfARequestIsMinor() throws IOException {
    SpecChange change = edited("note: {", "gift: { type: boolean }\n        note: {");

    assertThat(change.change()).isEqualTo(MINOR);
    assertThat(names(change))
        .contains(
            "minor new OrderCreateParams.gift()",
            "minor new OrderCreateParams.Builder.gift(Boolean)");
  }

  @Test
  void aRequiredFieldOfARequestIsMajor() throws IOException {
    SpecChange change =
        edited(
            "required: [pieces]\n      properties:",
            "required: [pieces, shop]\n      properties:\n        shop: { type: string }");

    assertThat(change.operations().change()).isEqualTo(MAJOR);
    assertThat(names(change)).contains("minor new OrderCreateParams.shop()");
  }

  @Test
  void aFieldOfAResponseIsMinor() throws IOException {
    assertThat(edited("weight: {", "parcel: { type: string }\n        weight: {").change())
        .isEqualTo(MINOR);
  }

  @Test
  void aFieldTakenFromAResponseIsMajor() throws IOException {
    SpecChange change =
        edited("        weight: { type: integer, format: int64, maximum: 1000 }\n", "");

    assertThat(change.change()).isEqualTo(MAJOR);
    assertThat(names(change)).contains("major removed Order.weight()");
  }

  @Test
  void aRenamedPropertyIsMajor() throws IOException {
    SpecChange change = edited("note: {", "remark: {");

    assertThat(change.java().change()).isEqualTo(MAJOR);
    assertThat(names(change))
        .contains(
            "major removed OrderCreateParams.Builder.note(String)",
            "minor new OrderCreateParams.Builder.remark(String)");
  }

  @Test
  void anotherTypeIsMajor() throws IOException {
    SpecChange change = edited("weight: { type: integer", "weight: { type: string");

    assertThat(change.java().change()).isEqualTo(MAJOR);
    assertThat(names(change)).contains("major method return type changed Order.weight()");
  }

  @Test
  void anEnumValueIsMinorAsEnumsAreOpen() throws IOException {
    SpecChange change = edited("enum: [open, sent]", "enum: [open, sent, lost]");

    assertThat(change.change()).isEqualTo(MINOR);
    assertThat(names(change))
        .contains("minor new OrderState.LOST", "minor new OrderState.Known.LOST");
  }

  @Test
  void anEnumValueTakenAwayIsMajor() throws IOException {
    SpecChange change = edited("enum: [open, sent]", "enum: [open]");

    assertThat(change.change()).isEqualTo(MAJOR);
    assertThat(names(change)).contains("major removed OrderState.SENT");
  }

  @Test
  void anOperationIsMinorInInterfaceAndFacades() throws IOException {
    SpecChange change =
        edited(
            "  /orders/{order_id}:\n",
            """
              /orders/{order_id}:
                get:
                  operationId: retrieveOrder
                  tags: [Orders]
                  x-finfusion-method: retrieve
                  parameters:
                    - { name: order_id, in: path, required: true, schema: { type: string } }
                  responses:
                    '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
            """);

    assertThat(change.change()).isEqualTo(MINOR);
    assertThat(names(change))
        .anyMatch(each -> each.endsWith("OrdersApi.retrieveOrder(String)"))
        .contains(
            "minor new Orders.retrieve(String, CallOptions)",
            "minor new AsyncOrders.retrieve(String, CallOptions)");
  }

  @Test
  void anOperationTakenAwayIsMajorInInterfaceAndFacades() throws IOException {
    String all = Files.readString(SHOP);
    String path = all.substring(all.indexOf("  /orders/{order_id}:"), all.indexOf("components:\n"));
    SpecChange change = edited(path, "");

    assertThat(change.operations().change()).isEqualTo(MAJOR);
    assertThat(names(change))
        .contains(
            "major removed OrdersApi.cancelOrder(String)",
            "major removed Orders.cancel(String)",
            "major removed AsyncOrders.cancel(String)");
  }

  @Test
  void anotherMethodNameIsMajorThoughTheApiIsTheSame() throws IOException {
    SpecChange change = edited("x-finfusion-method: cancel", "x-finfusion-method: abandon");

    assertThat(change.java().change()).isEqualTo(MAJOR);
    assertThat(names(change)).contains("major removed Orders.cancel(String)");
  }

  @Test
  void aKeyThatAWriteNoLongerTakesIsMajor() throws IOException {
    SpecChange change = edited("      x-finfusion-idempotency: true\n", "");

    assertThat(change.change()).isEqualTo(MAJOR);
    assertThat(change.operations().markdown())
        .startsWith("* `createOrder` no longer takes an idempotency key");
  }

  @Test
  void widerBoundsOfARequestAreMinorAndNarrowerOnesMajor() throws IOException {
    assertThat(edited("maximum: 100 ", "maximum: 200 ").change()).isEqualTo(MINOR);
    assertThat(edited("maximum: 100 ", "maximum: 50 ").change()).isEqualTo(MAJOR);
  }

  @Test
  void widerBoundsOfAResponseAreMinorAsNobodyChecksThem() throws IOException {
    assertThat(edited("maximum: 1000 ", "maximum: 2000 ").change()).isEqualTo(MINOR);
  }

  /** What becomes of an edit, beside the shop as it is. */
  private SpecChange edited(String before, String after) throws IOException {
    String text = Files.readString(SHOP);
    assertThat(text).contains(before);
    Path run = Files.createTempDirectory(folder, "run");
    Path spec = Files.writeString(run.resolve("shop.yaml"), text.replace(before, after));
    return SpecChange.between(SHOP, shop, spec, JavaApi.of(spec, SETTINGS, run));
  }

  private static List<String> names(SpecChange change) {
    return change.java().elements().stream()
        .map(each -> each.change() + " " + each.what() + " " + each.name())
        .toList();
  }
}
