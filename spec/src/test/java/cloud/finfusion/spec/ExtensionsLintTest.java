package cloud.finfusion.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The x-finfusion extensions are complete: the spec, not a person, drives behaviour. */
class ExtensionsLintTest {
  private static final Set<String> NAMES =
      Set.of(
          "x-finfusion-assumed",
          "x-finfusion-documented",
          "x-finfusion-method",
          "x-finfusion-resource",
          "x-finfusion-family",
          "x-finfusion-idempotency",
          "x-finfusion-pagination",
          "x-finfusion-batch",
          "x-finfusion-effect",
          "x-finfusion-ttl",
          "x-finfusion-wait",
          "x-finfusion-sensitive",
          "x-finfusion-money");

  /** Names that say a value is secret; a card's number is one too. */
  private static final Pattern SECRET =
      Pattern.compile("cvc|cvv|pin|key|password|secret|.*_secret|access_token|refresh_token");

  private final Spec spec = Spec.BUNDLED;

  @Test
  void noExtensionIsMisspelt() {
    List<String> unknown = new ArrayList<>();
    spec.walk(
        (place, node) ->
            node.fieldNames()
                .forEachRemaining(
                    name -> {
                      if (name.startsWith("x-finfusion-") && !NAMES.contains(name)) {
                        unknown.add(place + "/" + name);
                      }
                    }));
    assertThat(unknown).isEmpty();
  }

  @Test
  void everyOperationHasAMethodAndAFamily() {
    assertThat(spec.operations())
        .allSatisfy(
            operation -> {
              assertThat(operation.node().path("x-finfusion-method").asText())
                  .matches("[a-z][a-zA-Z]*");
              assertThat(operation.node().path("x-finfusion-family").asText())
                  .matches("[a-z]+(_[a-z]+)*");
            });
    assertThat(spec.operations())
        .extracting(each -> each.node().path("tags") + " " + each.node().path("x-finfusion-method"))
        .as("no two operations of a tag share a method")
        .doesNotHaveDuplicates();
  }

  @Test
  void everyWriteButTheTokensTakesAnIdempotencyKeyAndNothingElseDoes() {
    assertThat(spec.operations())
        .allSatisfy(
            operation -> {
              boolean keyed =
                  !operation.method().equals("get") && !operation.path().equals("/oauth/token");
              assertThat(operation.node().path("x-finfusion-idempotency").asBoolean())
                  .as(operation.toString())
                  .isEqualTo(keyed);
              assertThat(spec.parameters(operation))
                  .as(operation.toString())
                  .filteredOn(each -> each.path("name").asText().equals("Idempotency-Key"))
                  .hasSize(keyed ? 1 : 0);
            });
  }

  @Test
  void paginationNamesFieldsAndParametersThatExist() {
    List<Spec.Operation> lists =
        spec.operations().stream()
            .filter(each -> each.node().has("x-finfusion-pagination"))
            .toList();
    assertThat(lists).isNotEmpty();
    assertThat(lists)
        .allSatisfy(
            operation -> {
              JsonNode names = operation.node().path("x-finfusion-pagination");
              assertThat(Spec.members(names))
                  .containsOnlyKeys("cursor", "items", "hasMore", "nextCursor");
              assertThat(spec.parameters(operation))
                  .extracting(each -> each.path("name").asText())
                  .contains(names.path("cursor").asText());
              String page =
                  Spec.type(operation.response("200").at("/content/application~1json/schema"));
              assertThat(spec.properties(page))
                  .extracting(Spec.Property::name)
                  .contains(
                      names.path("items").asText(),
                      names.path("hasMore").asText(),
                      names.path("nextCursor").asText());
            });
  }

  @Test
  void everyListIsPaged() {
    assertThat(spec.operations())
        .filteredOn(each -> each.node().path("x-finfusion-method").asText().equals("list"))
        .isNotEmpty()
        .allMatch(each -> each.node().has("x-finfusion-pagination"));
  }

  /** What changes by itself, as the state of a payment or a balance, is never kept. */
  @Test
  void onlyReadsOfWhatChangesByWritesAloneMayBeKept() {
    List<Spec.Operation> kept =
        spec.operations().stream().filter(each -> each.node().has("x-finfusion-ttl")).toList();
    assertThat(kept).allMatch(each -> each.method().equals("get"));
    assertThat(kept)
        .extracting(each -> each.node().path("x-finfusion-family").asText())
        .containsOnly("customer", "webhook_endpoint");
  }

  @Test
  void everySecretIsMarkedSensitive() {
    List<Spec.Property> secrets =
        spec.properties().stream().filter(ExtensionsLintTest::isSecret).toList();
    assertThat(secrets)
        .extracting(Spec.Property::toString)
        .contains("CardParams.number", "CardParams.cvc", "Token.access_token", "ApiKey.key");
    assertThat(secrets).allMatch(each -> each.schema().path("x-finfusion-sensitive").asBoolean());
  }

  private static boolean isSecret(Spec.Property property) {
    boolean cardNumber = property.name().equals("number") && property.owner().contains("Card");
    return cardNumber || SECRET.matcher(property.name()).matches();
  }
}
