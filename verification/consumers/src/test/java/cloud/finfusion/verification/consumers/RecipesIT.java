package cloud.finfusion.verification.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each recipe of examples/recipes is a project that people may copy: it builds as it stands. */
@Tag("slow") // builds the recipes
class RecipesIT {
  private static final Path RECIPES = Path.of(System.getProperty("recipes"));
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern VERSION = Pattern.compile("<([a-z-]+\\.version)>([^<]+)<");

  @Test
  void aHeaderOfOnesOwnStandsOnEveryFile() throws Exception {
    builds("licence-header");

    Path sources = RECIPES.resolve("licence-header/target/generated-sources/api/src/main/java");
    for (String each : List.of("model/Payment", "model/Amount", "model/Event", "api/PaymentsApi")) {
      assertThat(sources.resolve("com/example/payments/" + each + ".java"))
          .content()
          .startsWith("// Copyright Example Ltd.");
    }
  }

  /** What it shows is asserted by its own tests, which the build runs. */
  @Test
  void theTestsOfARecipePass() throws Exception {
    builds("own-extension");

    assertThat(RECIPES.resolve("own-extension/target/surefire-reports")).isNotEmptyDirectory();
  }

  /** The programs of the reference are tests of the recipe, beside those that a person wrote. */
  @Test
  void operationsOfOnesOwnDocumentAndTestThemselves() throws Exception {
    builds("own-operations");

    Path target = RECIPES.resolve("own-operations/target");
    assertThat(target.resolve("reference/Invoices.md"))
        .content()
        .contains("client.resource(Invoices::new).create(params);", "one `Idempotency-Key`");
    assertThat(target.resolve("surefire-reports/TEST-com.example.billing.InvoicesTest.xml"))
        .content()
        .contains("tests=\"2\"", "errors=\"0\"", "skipped=\"0\"", "failures=\"0\"");
    assertThat(
            target.resolve("surefire-reports/TEST-com.example.billing.InvoicesReferenceTest.xml"))
        .content()
        .contains("tests=\"2\"", "errors=\"0\"", "skipped=\"0\"", "failures=\"0\"");
    assertThat(
            target.resolve("surefire-reports/TEST-com.example.billing.wire.InvoicesWireTest.xml"))
        .content()
        .contains("errors=\"0\"", "skipped=\"0\"", "failures=\"0\"")
        .contains("InvoicesWireTest$CreateTest", "theRequestIsThatOfTheSpecification")
        .contains("InvoicesWireTest$ListTest", "theNextPageIsAskedForByItsCursor");
  }

  /** The JUnit that the recipe names is 5. */
  @ParameterizedTest
  @ValueSource(strings = {"junit.version", "junit6.version"})
  void aProjectIsTestedWithTheSandboxByJUnit5And6(String version) throws Exception {
    Properties junit = new Properties();
    junit.setProperty("junit.version", StagedProject.versions().get(version));
    Path recipe = RECIPES.resolve("tested-with-the-sandbox");

    StagedProject project = new StagedProject(recipe);
    int exit = project.run(List.of("clean", "test"), junit, Map.of());

    assertThat(exit).as(project::output).isZero();
    assertThat(recipe.resolve("target/surefire-reports/TEST-com.example.orders.CheckoutTest.xml"))
        .content()
        .contains("tests=\"4\"", "errors=\"0\"", "skipped=\"0\"", "failures=\"0\"");
  }

  /** Of the README of the extension. */
  @Test
  void theReadmeOfTheJUnitExtensionShowsTheRecipe() throws IOException {
    Path tests = RECIPES.resolve("tested-with-the-sandbox/src/test/java/com/example/orders");
    String code =
        Files.readString(tests.resolve("CheckoutTest.java"))
            + Files.readString(tests.resolve("StandardPlan.java"));
    String readme = Files.readString(RECIPES.resolve("../../extensions/junit/README.md"));

    assertThat(JAVA.matcher(readme).results())
        .hasSize(3)
        .allSatisfy(block -> assertThat(code).contains(block.group(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"licence-header", "own-operations", "own-extension", "tested-with-the-sandbox"})
  void aRecipeNamesTheVersionsOfThisBuild(String recipe) throws IOException {
    String pom = Files.readString(RECIPES.resolve(recipe).resolve("pom.xml"));
    List<MatchResult> named = VERSION.matcher(pom).results().toList();

    assertThat(named)
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(each.group(2))
                    .as(each.group(1))
                    .isEqualTo(StagedProject.versions().get(each.group(1))));
    assertThat(Files.readAllLines(RECIPES.resolve(recipe).resolve("README.md")))
        .hasSizeLessThanOrEqualTo(20);
  }

  private static void builds(String recipe) throws Exception {
    StagedProject project = new StagedProject(RECIPES.resolve(recipe));
    int exit = project.run(List.of("test"), new Properties(), Map.of());
    assertThat(exit).as(project::output).isZero();
  }
}
