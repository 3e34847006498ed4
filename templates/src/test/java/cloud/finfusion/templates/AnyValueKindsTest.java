package cloud.finfusion.templates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How parameters, fields and parts of any type are written: by what their values are. */
class AnyValueKindsTest {
  private static final SmallSpecifications KINDS = SmallSpecifications.ALL;
  private static final Map<String, @Nullable Object> SIZE = new LinkedHashMap<>();
  private static final List<@Nullable Object> MIXED = Arrays.asList(1, null, SIZE);
  private static final List<@Nullable Object> NESTED = Arrays.asList(SIZE, null, List.of("a"));

  static {
    SIZE.put("w", new BigDecimal("2E+3"));
    SIZE.put("none", null);
    SIZE.put("h", 3);
  }

  @Test
  void anObjectIsWrittenFieldByField() throws ReflectiveOperationException {
    assertThat(written("texts", SIZE)).isNull();
    assertThat(written("fields", "p", SIZE)).isEqualTo(Map.of("w", "2000", "h", "3"));
    assertThat(written("deepObject", "p", SIZE)).isEqualTo(Map.of("p[w]", "2000", "p[h]", "3"));
    assertThat(written("pairs", "p", ",", SIZE)).isEqualTo(Map.of("p", "w,2000,h,3"));
    assertThat(written("matrix", "p", SIZE)).isEqualTo(";w=2000;h=3");
    assertThat(written("part", "p", SIZE)).hasToString("{p={\"w\":2000,\"none\":null,\"h\":3}}");
  }

  @Test
  void aModelIsWrittenAsAnObject() throws ReflectiveOperationException {
    Object size = KINDS.read("written-parameters", "Size", "{\"w\":1000.25}");
    assertThat(written("fields", "p", size)).isEqualTo(Map.of("w", "1000.25"));
    assertThat(written("texts", List.of(1, size))).isEqualTo(List.of("1", "{\"w\":1000.25}"));
    assertThat(written("fields", "p", List.of(size))).isEqualTo(Map.of("p[0][w]", "1000.25"));
    assertThat(written("checked", "p", size)).isEqualTo(Map.of("w", new BigDecimal("1000.25")));
  }

  @Test
  void aListIsRepeatedOrJoinedAndAnObjectInItIsJson() throws ReflectiveOperationException {
    String size = "{\"w\":2000,\"none\":null,\"h\":3}";
    assertThat(written("texts", MIXED)).isEqualTo(List.of("1", size));
    assertThat(written("fields", "p", MIXED)).isEqualTo(Map.of());
    assertThat(written("deepObject", "p", MIXED)).isEqualTo(Map.of());
    assertThat(written("joined", "p", "|", MIXED)).isEqualTo("1|" + size);
    assertThat(written("pairs", "p", " ", MIXED)).isEqualTo(Map.of("p", "1 " + size));
    assertThat(written("matrix", "p", MIXED)).isEqualTo(";p=1;p=" + URLEncoder.encode(size, UTF_8));
    assertThat(written("texts", (Object) new int[] {1, 2})).isEqualTo(List.of("1", "2"));
    Iterable<String> iterable = () -> List.of("a", "b").iterator();
    assertThat(written("texts", iterable)).isEqualTo(List.of("a", "b"));
  }

  @Test
  void eachObjectOfAListOfNothingElseHasAPlace() throws ReflectiveOperationException {
    Map<String, String> places = Map.of("p[0][w]", "2000", "p[0][h]", "3", "p[2][0]", "a");
    assertThat(written("texts", NESTED)).isNull();
    assertThat(written("joined", "p", ",", NESTED)).isNull();
    assertThat(written("fields", "p", NESTED)).isEqualTo(places);
    assertThat(written("deepObject", "p", NESTED)).isEqualTo(places);
    assertThat(written("pairs", "p", ",", NESTED)).isEqualTo(places);
  }

  @Test
  void aTextIsWrittenPlainlyAndNullIsLeftOut() throws ReflectiveOperationException {
    assertThat(written("texts", "a")).isEqualTo(List.of("a"));
    assertThat(written("fields", "p", "a")).isEqualTo(Map.of());
    assertThat(written("pairs", "p", ",", new BigDecimal("1E+3"))).isEqualTo(Map.of("p", "1000"));
    assertThat(written("matrix", "p", true)).isEqualTo(";p=true");
    assertThat(written("texts", (Object) null)).isNull();
    assertThat(written("fields", "p", null)).isEqualTo(Map.of());
    assertThat(written("pairs", "p", ",", null)).isEqualTo(Map.of());
    assertThat(written("part", "p", null)).isEqualTo(Map.of());
  }

  @Test
  void whatIsNoJsonIsRefusedInAPathByNameAndWithoutItsValue() throws ReflectiveOperationException {
    UUID id = UUID.randomUUID();
    assertThat(written("checked", "p", id)).isEqualTo(id);
    assertThatThrownBy(() -> written("checked", "p", Map.of("a", List.of(new Secret("s3cret")))))
        .rootCause()
        .hasMessage(
            "p: expected text, number, boolean, time, list, map or model, got Secret. Convert it first")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void numbersAndTimesInAPathAreThoseOfJson() throws ReflectiveOperationException {
    for (Object number : List.of(12345678.9, 1.25e7f, new BigDecimal("1E+3"))) {
      Object text = written("texts", written("checked", "p", number));
      assertThat(text).asString().matches("\\[[0-9.]+]");
    }
    assertThat(written("texts", 12345678.9)).isEqualTo(List.of("12345678.9"));
    assertThat(written("texts", Double.NaN)).isEqualTo(List.of("NaN"));
    ZonedDateTime paris = ZonedDateTime.parse("2026-01-01T12:00:00+01:00[Europe/Paris]");
    for (Object time : List.of(paris.toOffsetDateTime(), paris.toLocalDate(), paris.toInstant())) {
      assertThat(written("checked", "p", time)).isEqualTo(time);
    }
    assertThatThrownBy(() -> written("checked", "p", List.of(paris)))
        .rootCause()
        .hasMessageContaining("p: expected text")
        .hasMessageContaining("got ZonedDateTime. Convert it first");
  }

  private record Secret(String text) {}

  @Test
  void facadesWriteThemSoWhereverTheyStand() {
    assertThat(KINDS.facade("any-values"))
        .contains(
            "Parameters.encoded(\"simple\", \",\", \",\", AnyParameters.checked(\"simple\", simple))")
        .contains(
            "\".\" + Parameters.unescaped(\"label\", \".\", \"=\", AnyParameters.checked(\"label\", label))")
        .contains("AnyParameters.matrix(\"matrix\", AnyParameters.checked(\"matrix\", matrix))")
        .contains("AnyParameters.texts(params.fields()), AnyParameters.fields(\"fields\"")
        .contains("AnyParameters.pairs(\"piped\", \"|\", params.piped())")
        .contains("Parameters.deepObject(\"deep\", params.deep())")
        .contains("Parameters.unescaped(\"X-Any\", \",\", \",\", params.xAny())")
        .contains("Parameters.unescaped(\"any\", \",\", \",\", params.any())")
        .contains("AnyParameters.texts(params.meta()), AnyParameters.deepObject(\"meta\"")
        .contains("Parameters.json(params.said())")
        .contains("Parts.fields(AnyParameters.part(\"meta\", params.meta()))")
        .contains("Parts.fields(AnyParameters.part(\"list\", params.list()))")
        .contains("Parts.value(\"json\", Parameters.json(params.json()), \"application/json\")")
        .contains("Parts.values(\"jsons\", Parameters.jsons(params.jsons()), \"application/json\")")
        .contains("Parts.values(\"sorts\", Parameters.jsons(params.sorts()), \"application/json\")")
        .contains("Parts.values(\"backs\", Parameters.jsons(params.backs()), \"application/json\")")
        .contains("Parts.values(\"plain\", Parameters.texts(params.plain()), \"text/plain\")");
  }

  @Test
  void wireTestsExpectEachItemAsItIsAndNoOrderOfAMap(@TempDir Path folder) {
    Path spec = Path.of("src/test/resources/kinds/any-values.yaml").toAbsolutePath();
    assertThat(String.join("", Generation.run(spec, "wiretests", folder).values()))
        .contains(".query(\"last\", \"{\\\"w\\\":2}\")\n          .query(\"last\", \"1\")")
        .contains(".query(\"list\", \"[3]\")")
        .contains(".query(\"in[x][0]\", \"1\")")
        .contains(".query(\"sizes[1][0]\", \"3\")")
        .contains(".query(\"piped\", \"w|2\")")
        .contains(".field(\"said\", \"\\\"a\\\"\")")
        .contains(".query(\"json\", \"[{\\\"w\\\":2,\\\"h\\\":3}]\")")
        .doesNotContain(".query(\"none\"")
        .doesNotContain("X-None")
        .contains("maps.find: an example with several fields, which have no known order")
        .contains("maps.mix: an example with several fields, which have no known order")
        .contains("maps.delete: an example with several fields, which have no known order");
  }

  private static @Nullable Object written(String method, @Nullable Object... arguments)
      throws ReflectiveOperationException {
    Method found =
        Arrays.stream(KINDS.runtime("AnyParameters").getMethods())
            .filter(each -> each.getName().equals(method))
            .findFirst()
            .orElseThrow();
    return found.invoke(null, arguments);
  }
}
