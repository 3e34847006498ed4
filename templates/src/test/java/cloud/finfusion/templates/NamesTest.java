package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nothing names, or too long a name, has a name that a user can live with. */
class NamesTest {
  private static final Path KINDS = Path.of("src/test/resources/kinds").toAbsolutePath();
  private static final Pattern SENT = Pattern.compile("api\\.(\\w+)\\(");
  private static final Pattern METHOD = Pattern.compile("public (?:void|\\S+) (\\w+)\\(\\s");

  @TempDir Path folder;

  @Test
  void operationsWithoutNamesAreCalledByTheirPaths() {
    Map<String, List<String>> facades = facades("named-by-path");
    assertThat(facades)
        .containsOnlyKeys("Default", "LineItems", "Payments", "Rates")
        .containsEntry("Default", List.of("get"))
        .containsEntry("LineItems", List.of("get"))
        .containsEntry("Rates", List.of("getV1Rates", "getV2Rates", "moved"))
        .containsEntry(
            "Payments",
            List.of("get", "getById", "getRefundsByRefundId", "getSearch", "post", "postRefunds"));
    assertThat(SmallSpecifications.ALL.remarks("named-by-path"))
        .containsExactly(
            "Rates: getV1Rates, getV2Rates would all be get and keep their ids. x-finfusion-method names one");
  }

  @Test
  void theInterfaceAndItsModelsAreCalledByTheWholePath() throws ReflectiveOperationException {
    Class<?> api = SmallSpecifications.ALL.api("named-by-path", "getPayments");
    assertThat(api.getMethods())
        .extracting(Method::getName)
        .contains("postPaymentsRefundsById", "getPaymentsRefundsByIdAndRefundId");
    assertThat(SmallSpecifications.ALL.model("named-by-path", "GetPayments200Response"))
        .isNotNull();
    assertThat(SmallSpecifications.ALL.model("named-by-path", "GetPaymentsParams")).isNotNull();
    assertThat(SmallSpecifications.ALL.model("named-by-path", "PostPaymentsRequest")).isNotNull();
  }

  @Test
  void aMethodDoesNotRepeatItsResource() {
    assertThat(facades("named-by-tag"))
        .containsEntry("TaxCategories", List.of("list", "rename"))
        .containsEntry(
            "Payments",
            List.of(
                "addComment",
                "createPDF",
                "createPayment",
                "createPayments",
                "get",
                "getAll",
                "patch",
                "payments",
                "pong",
                "repay",
                "voidPayment"));
    assertThat(SmallSpecifications.ALL.remarks("named-by-tag"))
        .containsExactly(
            "Payments: createPayment, createPayments would all be create and keep their ids. x-finfusion-method names one");
  }

  @Test
  void aResourceOfVeryManyOperationsIsDividedByPath() {
    assertThat(facades("very-many"))
        .containsOnlyKeys(
            "Accounts", "BankCards", "BankLoans", "BooksUsers", "Flat", "Invoices", "Users")
        .containsEntry("Users", List.of("list"))
        .hasEntrySatisfying("Accounts", methods -> assertThat(methods).hasSize(16))
        .hasEntrySatisfying("BankCards", methods -> assertThat(methods).contains("getStep1"));
    assertThat(SmallSpecifications.ALL.remarks("very-many"))
        .contains(
            "Books: 48 operations are divided by their paths: Accounts, Invoices, BooksUsers. x-finfusion-resource names the resource of one",
            "Flat: 41 operations of one path, so that its file has very many lines. x-finfusion-resource divides them");
  }

  @Test
  void noFileHasMoreThanTwoThousandLinesButAModelThatIsNamed() {
    Path spec = KINDS.resolve("very-many.yaml");
    Map<String, String> all = Generation.run(spec, "api", folder.resolve("api"));
    assertThat(all).hasSizeGreaterThan(20);
    assertThat(all)
        .allSatisfy((file, text) -> assertThat(text.lines().count()).as(file).isLessThan(2000));
    assertThat(SmallSpecifications.ALL.remarks("very-many"))
        .contains("Wide: 101 properties, so that its file may have more than 2,000 lines");
    assertThat(all.get("src/main/java/cloud/finfusion/model/Carrier.java"))
        .contains("    C0, C1, C2, C3, C4, C5, C6, C7,\n")
        .doesNotContain("{@code \"c0\"}");
  }

  @Test
  void noClassHasMoreThanSixtyLetters() {
    Path spec = KINDS.resolve("very-many.yaml");
    assertThat(Generation.run(spec, "api", folder.resolve("api")).keySet())
        .allSatisfy(file -> assertThat(Path.of(file).getFileName().toString()).hasSizeLessThan(66))
        .anyMatch(file -> file.endsWith("/NotFound.java"))
        .anyMatch(file -> file.endsWith("/NotFoundInline.java"))
        .anyMatch(
            file ->
                file.endsWith("/ThreeDSRequestorPriorAuthenticationInfoDSReqPriorAuthMethod.java"));
  }

  @Test
  void aMappingGivesAnotherName() {
    String tooLong =
        "ThreeDSRequestorPriorAuthenticationInfoOfCheckoutSession_threeDSReqPriorAuthMethod";
    assertThat(
            Generation.runWith(
                with -> with.addModelNameMapping(tooLong, "PriorMethod"),
                KINDS.resolve("very-many.yaml"),
                folder.resolve("models")))
        .containsKey("src/main/java/cloud/finfusion/model/PriorMethod.java");
    assertThat(
            Generation.runWith(
                with -> {
                  with.addOperationIdNameMapping("getPayments", "payments");
                  with.addInlineSchemaNameMapping("getPayments_200_response", "PaymentPage");
                },
                KINDS.resolve("named-by-path.yaml"),
                folder.resolve("operations")))
        .containsKey("src/main/java/cloud/finfusion/model/PaymentPage.java")
        .hasEntrySatisfying(
            "src/main/java/cloud/finfusion/api/PaymentsApi.java",
            text -> assertThat(text).contains("Call<PaymentPage> payments("));
  }

  @Test
  void anotherOperationChangesNoName() throws IOException {
    String text = Files.readString(KINDS.resolve("named-by-path.yaml"));
    Path more =
        Files.writeString(
            folder.resolve("more.yaml"),
            text.replace(
                "  /v2/rates:",
                "  /api/v1/payments/{id}/captures:\n    get: *one\n  /v1/orders:\n    get: *plain\n  /v2/rates:"));
    Map<String, List<String>> after = facades(more);
    assertThat(after).containsKey("Orders");
    facades("named-by-path")
        .forEach((facade, methods) -> assertThat(after.get(facade)).containsAll(methods));
  }

  /** The methods of each blocking facade. */
  private Map<String, List<String>> facades(String spec) {
    return facades(KINDS.resolve(spec + ".yaml"));
  }

  private Map<String, List<String>> facades(Path spec) {
    Map<String, List<String>> facades = new TreeMap<>();
    Generation.run(spec, "resources", folder.resolve("facades of " + spec.getFileName()))
        .forEach(
            (file, text) -> {
              String name = Path.of(file).getFileName().toString().replace(".java", "");
              if (SENT.matcher(text).find() && !name.startsWith("Async")) {
                facades.put(
                    name,
                    METHOD
                        .matcher(text)
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .distinct()
                        .sorted()
                        .toList());
              }
            });
    return facades;
  }
}
