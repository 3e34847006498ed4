package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What models take and offer, of kinds that say it in an unusual way. */
class ValueKindsTest {
  private static final SmallSpecifications KINDS = SmallSpecifications.ALL;

  @Test
  void aPatternWithinSlashesIsThatOfOpenApi() throws ReflectiveOperationException {
    Object price =
        KINDS.build(
            "delimited-patterns", "Price", "currency", "EUR", "country", "no", "path", "/v1/a");
    assertThat(price).hasToString("Price{currency=EUR, country=no, path=/v1/a}");
    assertThatThrownBy(() -> KINDS.build("delimited-patterns", "Price", "currency", "eur"))
        .hasMessageContaining("Price.currency: expected");
    assertThatThrownBy(() -> KINDS.build("delimited-patterns", "Price", "path", "/v2/a"))
        .hasMessageContaining("Price.path: expected");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "0, 1, Rate.percent: expected more than 0, got 0",
    "1, 1, Rate.percent: expected less than 1, got 1",
    "0.5, 0, Rate.count: expected more than 0, got 0",
    "0.5, 11, Rate.count: expected at most 10, got 11"
  })
  void aBoundThatIsExcludedIsRefused(BigDecimal percent, long count, String problem)
      throws ReflectiveOperationException {
    Object builder = KINDS.model("exclusive-bounds", "Rate").getMethod("builder").invoke(null);
    builder.getClass().getMethod("percent", BigDecimal.class).invoke(builder, percent);
    builder.getClass().getMethod("count", Long.class).invoke(builder, count);
    assertThatThrownBy(() -> Compiled.call(builder, "build")).hasMessageContaining(problem);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "Country, NO, NO",
    "Version, _1_10, 1.10",
    "Version, _010, 010",
    "Also, YES, Yes",
    "GetRegionOnParameter, NO, NO",
    "GetRegionOnParameter, _1_10, 1.10",
    "GetRegionOffParameter, YES, Yes",
    "GetRegionOffParameter, _010, 010",
    "GetRegionLevelParameter, LOW, low",
    "DeleteRegionLevelParameter, NO, NO"
  })
  void aTextWithoutQuotesIsWhatIsWritten(String type, String constant, String written)
      throws ReflectiveOperationException {
    assertThat(KINDS.model("unquoted-texts", type).getField(constant).get(null))
        .hasToString(written);
  }

  @Test
  void aTextIsExactlyWhatIsWritten() throws ReflectiveOperationException {
    List<String> values = new ArrayList<>();
    for (Field each : KINDS.model("exact-texts", "Kind").getFields()) {
      values.add(each.get(null).toString());
    }
    assertThat(values).containsExactlyInAnyOrder("image/*", "*/*", "a\nb", "\u00e9\t\"\\");
    assertThat(KINDS.build("exact-texts", "File", "path", "a/b")).hasToString("File{path=a/b}");
    assertThatThrownBy(() -> KINDS.build("exact-texts", "File", "path", "a"))
        .hasMessageContaining("File.path: expected");
  }

  @ParameterizedTest(name = "{0}.{1}")
  @CsvSource({
    "ListRulesParams, one, _1_10, 1.10",
    "ListRulesParams, two, _1_10, 1.10",
    "First, to, NO, NO",
    "Second, on, NO, NO",
    "Second, to, NO, NO",
    "Third, on, NO, NO",
    "Fourth, off, NO, NO"
  })
  void aTextWithoutQuotesIsWhatIsWrittenBehindAnAliasToo(
      String model, String field, String constant, String written)
      throws ReflectiveOperationException {
    Class<?> type = KINDS.model("texts-of-aliases", model).getMethod(field).getReturnType();
    assertThat(type.getField(constant).get(null)).hasToString(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"First", "Second", "Third", "Fourth"})
  void anIntegerBehindAnAliasIsAsWideAsItsDefault(String type) throws ReflectiveOperationException {
    assertThat(KINDS.model("texts-of-aliases", type).getMethod("size").getReturnType())
        .isEqualTo(BigInteger.class);
  }

  @Test
  void whatAUnionSaysBesideItsKindsIsAFieldOfEach() throws ReflectiveOperationException {
    String loan = "{\"type\":\"loan\",\"rate\":1,\"price\":0.50,\"terms\":{\"days\":30}}";
    Object read = KINDS.read("fields-of-union", "Offer", loan);
    assertThat(Compiled.call(read, "price")).isEqualTo(new BigDecimal("0.50"));
    assertThat(Compiled.call(Compiled.call(read, "terms"), "days")).isEqualTo(30L);
    Object lease = KINDS.read("fields-of-union", "Offer", "{\"type\":\"lease\",\"price\":2}");
    assertThat(Compiled.call(lease, "price")).isEqualTo(new BigDecimal("2"));
  }

  @Test
  void whatAUnionDemandsBesideItsKindsIsDemandedOfEach() throws ReflectiveOperationException {
    for (String kind : new String[] {"Buy", "Sell"}) {
      assertThatThrownBy(() -> KINDS.build("fields-of-union", kind))
          .hasMessageContaining(kind + ".price: required, but not set");
    }
    assertThat(KINDS.build("fields-of-union", "Swap")).isNotNull();
  }

  @Test
  void aFieldOfSeveralTypesIsEither() throws ReflectiveOperationException {
    for (String model : new String[] {"Pay", "Beside"}) {
      Object number = KINDS.read("alternatives-in-parts", model, "{\"id\":\"1\",\"ref\":5}");
      assertThat(Compiled.call(Compiled.call(number, "ref"), "asLong")).isEqualTo(5L);
      Object text = KINDS.read("alternatives-in-parts", model, "{\"id\":\"1\",\"ref\":\"r\"}");
      assertThat(Compiled.call(Compiled.call(text, "ref"), "asString")).isEqualTo("r");
    }
    assertThatThrownBy(() -> KINDS.build("alternatives-in-parts", "QuoteAllOfData", "amount", "2"))
        .hasMessageContaining("QuoteAllOfData.id: required, but not set");
  }

  @ParameterizedTest(name = "{0}.{1}")
  @CsvSource({
    "null-in-example, Quote, source, true",
    "null-in-example, Quote, target, true",
    "wide-integers, Limits, neither, true",
    "wide-integers, Limits, either, false"
  })
  void whatMayBeNullCanBeSetToNull(String spec, String model, String field, boolean nullable)
      throws ReflectiveOperationException {
    Method setter =
        Arrays.stream(KINDS.model(spec, model + "$Builder").getMethods())
            .filter(each -> each.getName().equals(field))
            .findFirst()
            .orElseThrow();
    assertThat(setter.getAnnotatedParameterTypes()[0].isAnnotationPresent(Nullable.class))
        .isEqualTo(nullable);
  }
}
