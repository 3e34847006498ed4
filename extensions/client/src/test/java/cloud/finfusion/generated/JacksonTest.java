package cloud.finfusion.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CaptureMethod;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.Payment;
import cloud.finfusion.runtime.UnreadableJsonException;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Any ObjectMapper, of Jackson 2 and 3, reads and writes what {@code fromJson} and toJson do. */
class JacksonTest {
  private static final int DOCUMENTS = 10;

  /** What an application writes around a model. */
  record Receipt(Amount total, List<Amount> items, Map<String, CaptureMethod> methods) {}

  static Stream<Arguments> models() {
    return Stream.of(Jackson.values())
        .flatMap(version -> ModelSpec.models().stream().map(model -> arguments(version, model)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyModelIsReadAndWrittenAsByItself(Jackson version, Model model) throws Exception {
    long seed = Long.getLong("seed", new SplittableRandom().nextLong());
    RandomJson random = new RandomJson(seed, true);
    for (int i = 0; i < DOCUMENTS; i++) {
      JsonElement document = random.of(model);
      String which = model + " with -Dseed=" + seed + ": " + document;
      Object read = model.read(document);
      String written = version.write(read);
      assertThat(CanonicalJson.form(JsonParser.parseString(written)))
          .as(which)
          .isEqualTo(CanonicalJson.form(document));
      assertThat((Object) version.read(written, model.type())).as(which).isEqualTo(read);
      assertThat(version.throughTree(read)).as(which).isEqualTo(read);
    }
  }

  @ParameterizedTest
  @EnumSource
  void modelsStandInObjectsOfAnApplication(Jackson version) throws Exception {
    Receipt receipt =
        new Receipt(
            Amount.ofMinor(300, "USD"),
            List.of(Amount.ofMinor(100, "USD"), Amount.ofMinor(200, "USD")),
            Map.of("first", CaptureMethod.of("LATER")));

    assertThat(version.read(version.write(receipt), Receipt.class)).isEqualTo(receipt);
  }

  @ParameterizedTest
  @EnumSource
  void numbersStayExact(Jackson version) throws Exception {
    String json =
        "{\"value\":9007199254740993,\"currency\":\"USD\",\"rate\":0.12345678901234567890,"
            + "\"fee\":10.50,\"serial\":123456789012345678901234567890}";
    Amount amount = Amount.fromJson(json);

    assertThat(version.read(json, Amount.class)).isEqualTo(amount);
    assertThat(version.write(amount)).isEqualTo(json);
    assertThat(version.throughTree(amount)).isEqualTo(amount);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenAsAMapIsOne(Jackson version) {
    Map<?, ?> map = version.toMap(Amount.ofMinor(300, "USD"));

    assertThat(map.get("currency")).isEqualTo("USD");
    assertThat(map).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void aStoreThatKeepsTheClassGivesTheModelBack(Jackson version) throws Exception {
    Amount amount = Amount.ofMinor(300, "USD");
    Customer customer = Customer.fromJson(new RandomJson(1, true).of(model("Customer")).toString());

    List<Object> stored = new ArrayList<>(List.of(amount, customer, CaptureMethod.of("LATER")));

    assertThat(version.throughTyped(stored)).isEqualTo(stored);
    assertThat(version.throughTyped(amount)).isEqualTo(amount);
  }

  private static Model model(String name) {
    return ModelSpec.models().stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void nullIsNull(Jackson version) throws Exception {
    assertThat(version.read("null", Payment.class)).isNull();
    assertThat(version.read("{\"total\":null}", Receipt.class).total()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoModelIsAMismatchThatNamesPathAndNoValue(Jackson version) {
    String json = "{\"total\":{\"value\":\"4242424242424242\",\"currency\":\"USD\"}}";

    assertThatExceptionOfType(mismatch(version))
        .isThrownBy(() -> version.read(json, Receipt.class))
        .withMessageContaining("Amount: expected a whole number of 64 bits, got a text at $.value")
        .withMessageNotContaining("4242")
        .withRootCauseInstanceOf(UnreadableJsonException.class);
  }

  @ParameterizedTest
  @EnumSource
  void aNumberThatIsNoneIsAMismatch(Jackson version) {
    assertThatExceptionOfType(mismatch(version))
        .isThrownBy(() -> version.readWithNan("{\"value\":NaN,\"currency\":\"USD\"}", Amount.class))
        .withMessageContaining("expected a whole number of 64 bits");
  }

  private static Class<? extends Exception> mismatch(Jackson version) {
    return version == Jackson.JACKSON_2
        ? com.fasterxml.jackson.databind.exc.MismatchedInputException.class
        : tools.jackson.databind.exc.MismatchedInputException.class;
  }
}
