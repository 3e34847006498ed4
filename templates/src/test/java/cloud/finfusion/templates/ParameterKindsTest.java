package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.http.GET;
import retrofit2.http.POST;

/** How the values of parameters and bodies are written, of kinds that few specifications have. */
class ParameterKindsTest {
  private static final SmallSpecifications KINDS = SmallSpecifications.ALL;
  private static final String NO_ITEM =
      "p: expected an item, got none. Pass one, as a path has no place for none";
  private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-01-01T12:00:00Z");

  @Test
  void aDecimalIsWrittenInFull() throws ReflectiveOperationException {
    BigDecimal thousand = new BigDecimal("1E+3");
    assertThat(written("encoded", "p", ",", ",", List.of(thousand))).isEqualTo("1000");
    assertThat(written("unescaped", "p", ",", "=", thousand)).isEqualTo("1000");
    assertThat(written("texts", thousand)).isEqualTo(List.of("1000"));
    assertThat(written("fields", Map.of("a", thousand))).isEqualTo(Map.of("a", "1000"));
    assertThat(KINDS.facade("written-parameters"))
        .contains("\".\" + Parameters.encoded(\"at\", \",\", \",\", at)")
        .contains("\";price=\" + Parameters.encoded(\"price\", \",\", \",\", price)");
  }

  @Test
  void aNullInAListIsLeftOut() throws ReflectiveOperationException {
    List<String> items = Arrays.asList("a", null, "b");
    assertThat(written("encoded", "p", ",", ",", items)).isEqualTo("a,b");
    assertThat(written("unescaped", "p", ",", "=", items)).isEqualTo("a,b");
    assertThat(written("texts", items)).isEqualTo(List.of("a", "b"));
  }

  @Test
  void whatHasNoItemsIsNotSentAndNoPathTakesIt() throws ReflectiveOperationException {
    for (Object none : List.of(List.of(), Map.of(), Arrays.asList(null, null))) {
      assertThat(written("encoded", "p", ",", ",", none)).isNull();
      assertThat(written("unescaped", "p", "|", "|", none)).isNull();
      assertThat(any("joined", "p", "|", none)).isNull();
      assertThat(any("pairs", "p", "|", none)).isEqualTo(Map.of());
      assertThat(any("encoded", "p", none)).isEqualTo(Map.of());
      assertThatThrownBy(() -> written("filled", "p", none)).hasRootCauseMessage(NO_ITEM);
      assertThatThrownBy(() -> any("checked", "p", none)).hasRootCauseMessage(NO_ITEM);
    }
    assertThat(written("encoded", "p", ",", ",", List.of(""))).isEqualTo("");
    assertThat(written("filled", "p", List.of(""))).isEqualTo(List.of(""));
  }

  @Test
  void whatThePathAloneNamesIsGivenInItsOrder() throws ClassNotFoundException {
    assertThat(KINDS.facade("path-templates"))
        .contains("( Long id, String zone, String area, String b, String a)");
    assertThat(KINDS.api("path-templates", "deleteFile"))
        .isEqualTo(KINDS.api("path-templates", "getFile"));
    assertThat(KINDS.method("path-templates", "getDoc").getParameterCount()).isEqualTo(2);
    assertThat(KINDS.method("path-templates", "deleteDoc").getParameterCount()).isEqualTo(1);
  }

  @Test
  void placesOfEqualNamesTakeValuesOfTheirOwn() throws ClassNotFoundException {
    assertThat(KINDS.method("path-templates", "getOdd").getAnnotation(GET.class).value())
        .isEqualTo("odd/{a_b_}/{a_b}/{c_d}");
    assertThat(KINDS.facade("path-templates")).contains("\";c.d=\" + ");
    assertThat(
            KINDS.method("names-without-letters", "postQuotes").getAnnotation(POST.class).value())
        .isEqualTo("quotes/{a_b}/{c_d}");
  }

  @Test
  void aModelInAMapIsWrittenFieldByField() throws ReflectiveOperationException {
    Object size = KINDS.read("written-parameters", "Size", "{\"w\":1000.25}");
    assertThat(written("deepObject", "map", Map.of("a", size)))
        .isEqualTo(Map.of("map[a][w]", "1000.25"));
  }

  @Test
  void otherFieldsOfAFormAreWrittenAsItsFieldsAre() throws ReflectiveOperationException {
    JsonElement other = JsonParser.parseString("{\"w\":1000.25,\"unit\":\"cm\"}");
    assertThat(written("fields", Map.of("text", new JsonPrimitive("a"), "none", JsonNull.INSTANCE)))
        .isEqualTo(Map.of("text", "a"));
    assertThat(written("fields", Map.of("size", other)))
        .isEqualTo(Map.of("size[w]", "1000.25", "size[unit]", "cm"));
  }

  @Test
  void aListInAListHasAPlace() throws ReflectiveOperationException {
    assertThat(written("deepObject", "grid", List.of(List.of("a"), List.of("b"))))
        .isEqualTo(Map.of("grid[0][0]", "a", "grid[1][0]", "b"));
    assertThat(KINDS.facade("written-parameters"))
        .contains("Parameters.deepObject(\"grid\", params.grid())");
  }

  @Test
  void aChoiceOfATextOrTextsIsRepeatedOrJoined() throws ReflectiveOperationException {
    Object list = KINDS.read("written-parameters", "FindPricesEitherParameter", "[\"a\",\"b\"]");
    Object one = KINDS.read("written-parameters", "FindPricesEitherParameter", "\"a\"");
    assertThat(written("texts", list)).isEqualTo(List.of("a", "b"));
    assertThat(written("texts", one)).isEqualTo(List.of("a"));
    assertThat(written("texts", (Object) null)).isNull();
    assertThat(KINDS.facade("written-parameters"))
        .contains("Parameters.texts(params.either())")
        .contains("Parameters.encoded(\"flat\", \",\", \",\", params.flat())");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "TPP-Redirect-Preferred, tppRedirectPreferred",
    "URLPath, urlPath",
    "PSU-ID, PSU_ID",
    "iOS-Version, iOSVersion",
  })
  void theCapitalsThatANameStartsWithAreOneWord(String name, String java) {
    assertThat(new FinFusionCodegen().toVarName(name)).isEqualTo(java);
  }

  @Test
  void aNameThatIsMappedStaysAsItIsMapped() {
    FinFusionCodegen codegen = new FinFusionCodegen();
    codegen.nameMapping().put("TPP-Redirect", "redirectFlag");
    assertThat(codegen.toVarName("TPP-Redirect")).isEqualTo("redirectFlag");
  }

  @Test
  void aListOfChoicesIsWrittenAsAListOfTexts() throws ReflectiveOperationException {
    List<Object> choices = List.of(choice("1"), choice("\"a\""), choice("1E+3"));
    assertThat(written("encoded", "p", ",", ",", choices)).isEqualTo("1,a,1000");
    assertThat(written("unescaped", "p", ",", ",", choices)).isEqualTo("1,a,1000");
    assertThat(written("texts", choices)).isEqualTo(List.of("1", "a", "1000"));
    assertThat(KINDS.facade("written-parameters"))
        .contains(
            "setChoices(Parameters.encoded(\"choices\", \",\", \",\", Parameters.filled(\"choices\", choices))")
        .contains("Parameters.unescaped(\"X-Choices\", \",\", \",\", params.xChoices())")
        .contains(
            "Parameters.texts(params.many()), Parameters.encoded(\"flat\", \",\", \",\", params.flat())")
        .contains(
            "Parameters.texts(body.many()), Parameters.unescaped(\"flat\", \",\", \",\", body.flat())")
        .contains(
            "AnyParameters.texts(params.nested()), AnyParameters.fields(\"nested\", params.nested())");
  }

  private static Object choice(String json) throws ReflectiveOperationException {
    return KINDS.read("written-parameters", "ChoicesInner", json);
  }

  @Test
  void jsonIsWrittenOfWhateverAListOrAMapHolds() throws ReflectiveOperationException {
    Object size = KINDS.read("written-parameters", "Size", "{\"w\":1000.25}");
    assertThat(written("json", List.of(size))).isEqualTo("[{\"w\":1000.25}]");
    assertThat(written("json", Map.of("a", List.of(size)))).isEqualTo("{\"a\":[{\"w\":1000.25}]}");
    assertThat(written("json", Arrays.asList(choice("1"), null))).isEqualTo("[1,null]");
    assertThat(written("json", List.of(NOON, NOON.toLocalDate(), new BigDecimal("1E+3"))))
        .isEqualTo("[\"2026-01-01T12:00:00Z\",\"2026-01-01\",1000]");
    assertThat(written("jsons", Arrays.asList(size, "a", null, List.of(true))))
        .isEqualTo(Arrays.asList("{\"w\":1000.25}", "\"a\"", null, "[true]"));
    assertThat(written("jsons", (Object) null)).isNull();
    assertThat(written("unescaped", "p", "|", "|", List.of(List.of("a"), size)))
        .as("what has no style within another value")
        .isEqualTo("[\"a\"]|{\"w\":1000.25}");
  }

  @Test
  void aParameterOfAMediaTypeIsJsonWhereverItStands() throws ReflectiveOperationException {
    assertThat(KINDS.facade("written-parameters"))
        .contains("Parameters.json(params.json())")
        .contains("Parameters.json(params.xSize())")
        .contains("Parameters.cookies(\"size\", Parameters.json(params.size()))");
    assertThat(KINDS.model("written-parameters", "FindPricesParams").getMethod("json"))
        .extracting(method -> method.getReturnType().getSimpleName())
        .isEqualTo("FindPricesParamsJson");
  }

  @Test
  void anItemThatHoldsTheDelimiterStaysOneItem() throws ReflectiveOperationException {
    assertThat(written("encoded", "p", ",", ",", List.of("a,b", "c d*~+\u00e9")))
        .isEqualTo("a%2Cb,c%20d%2A~%2B%C3%A9");
    assertThat(written("encoded", "p", ";", "=", Map.of("a;", "b="))).isEqualTo("a%3B=b%3D");
    assertThat(written("encoded", "p", ",", ",", "a,b")).isEqualTo("a%2Cb");
    assertThat(any("encoded", "p[]", List.of("a,b", 1))).isEqualTo(Map.of("p%5B%5D", "a%2Cb,1"));
    assertThat(any("encoded", "p", List.of(Map.of("a", "b,"))))
        .isEqualTo(Map.of("p%5B0%5D%5Ba%5D", "b%2C"));
    assertThat(any("matrix", "p", Map.of("a", "b;"))).isEqualTo(";a=b%3B");
    assertThatThrownBy(() -> written("encoded", "p", ",", ",", List.of("\ud83d")))
        .rootCause()
        .hasMessageContaining("p: expected a text, got one with half of a character");
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(strings = {" ", "|", ".", ","})
  void anItemWithADelimiterThatNothingEscapesIsRefused(String delimiter)
      throws ReflectiveOperationException {
    String item = "a" + delimiter + "b";
    assertThat(written("unescaped", "p", delimiter, "=", item)).as("no list").isEqualTo(item);
    assertThatThrownBy(() -> written("unescaped", "p", delimiter, "=", List.of("c", item)))
        .rootCause()
        .hasMessageContaining("p: expected no \"" + delimiter + "\" in it");
    assertThatThrownBy(() -> any("joined", "p", delimiter, List.of("c", item)))
        .rootCause()
        .hasMessageContaining("p: expected no");
    assertThatThrownBy(() -> any("pairs", "p", delimiter, Map.of("c", item)))
        .rootCause()
        .hasMessageContaining("p: expected no");
  }

  @Test
  void whatWouldDivideAHeaderOrACookieIsRefused() throws ReflectiveOperationException {
    assertThat(written("unescaped", "X-Ids", ",", "=", List.of("a;", "b"))).isEqualTo("a;,b");
    assertThat(written("unescaped", "X-Ids", ",", "=", Map.of("a", "b"))).isEqualTo("a=b");
    assertThat(written("unescaped", "X-Ids", ",", "=", null)).isNull();
    assertThat(written("cookies", (Object) new Object[] {"a", "b,", "c", 1L}))
        .isEqualTo("a=b,; c=1");
    assertThatThrownBy(() -> written("unescaped", "X-Ids", ",", "=", List.of("secret,", "b")))
        .rootCause()
        .hasMessageContaining("X-Ids: expected no \",\" in it")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> written("unescaped", "X-Ids", ",", "=", Map.of("a", "b,c")))
        .rootCause()
        .hasMessageContaining("X-Ids");
    assertThatThrownBy(() -> written("cookies", (Object) new Object[] {"id", "a; admin=1"}))
        .rootCause()
        .hasMessageContaining("id: expected no \";\" in it");
  }

  @Test
  void aNameWithoutQuotesIsWhatIsWritten() throws ReflectiveOperationException {
    assertThat(KINDS.method("unquoted-texts", "listCountries").getParameterAnnotations()[0])
        .extracting(each -> ((retrofit2.http.Query) each).value())
        .containsExactly("on");
  }

  @Test
  void jsonOfAnotherNameIsSentByItWhateverTheBodyIs() throws ReflectiveOperationException {
    assertThat(headers("patchThing")).containsExactly("Content-Type: application/json-patch+json");
    assertThat(headers("putThing")).as("plain JSON comes first").isEmpty();
  }

  private static List<String> headers(String operation) throws ReflectiveOperationException {
    Method method = KINDS.method("json-by-name", operation);
    retrofit2.http.Headers said = method.getAnnotation(retrofit2.http.Headers.class);
    return said == null ? List.of() : List.of(said.value());
  }

  private static @Nullable Object written(String method, @Nullable Object... arguments)
      throws ReflectiveOperationException {
    return invoke("Parameters", method, arguments);
  }

  private static @Nullable Object any(String method, @Nullable Object... arguments)
      throws ReflectiveOperationException {
    return invoke("AnyParameters", method, arguments);
  }

  private static @Nullable Object invoke(String type, String method, @Nullable Object... arguments)
      throws ReflectiveOperationException {
    Method found =
        Arrays.stream(KINDS.runtime(type).getMethods())
            .filter(each -> each.getName().equals(method))
            .findFirst()
            .orElseThrow();
    return found.invoke(null, arguments);
  }
}
