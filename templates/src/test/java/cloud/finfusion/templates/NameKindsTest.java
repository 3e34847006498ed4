package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of what a specification names by nothing of which Java's names are made. */
class NameKindsTest {
  private static final SmallSpecifications KINDS = SmallSpecifications.ALL;
  private static final String NAMELESS = "names-without-letters";

  @Test
  void aTagWithoutLettersGivesWayToThePath() {
    assertThat(KINDS.interfaces(NAMELESS))
        .containsExactlyInAnyOrder("DefaultApi", "PayApi", "RefundApi", "ObjectApi", "QuotesApi");
  }

  @ParameterizedTest
  @ValueSource(strings = {"path-references", "path-references-sooner"})
  void aPathThatRefersHasItsOwnOperations(String spec) throws ClassNotFoundException {
    assertThat(KINDS.interfaces(spec))
        .containsExactlyInAnyOrder("PaymentsApi", "RefundsApi", "PayoutsApi", "FeesApi");
    assertThat(KINDS.method(spec, "list").getParameterCount()).isEqualTo(1);
  }

  @Test
  void anIdWithoutLettersGivesWayToThePath() throws ClassNotFoundException {
    assertThat(KINDS.api(NAMELESS, "postPay").getSimpleName()).isEqualTo("PayApi");
    assertThat(KINDS.api(NAMELESS, "postRefund").getSimpleName()).isEqualTo("RefundApi");
    assertThat(KINDS.facade(NAMELESS)).contains("void _getClass(");
  }

  @Test
  void aPropertyHasANameOfJava() throws ClassNotFoundException {
    assertThat(KINDS.model(NAMELESS, "Odd$Builder").getDeclaredMethods())
        .extracting(Method::getName)
        .contains("_field", "newline", "_true", "\u91d1\u984d");
  }

  @Test
  void ofEqualNamesTheOneThatIsWrittenSoIsKept() throws ReflectiveOperationException {
    Object consent =
        KINDS.read(
            "equal-names",
            "Consent",
            "{\"TPP-Redirect\":null,\"tppRedirect\":\"b\",\"URLPath\":\"c\",\"urlPath\":\"d\",\"urlPath2\":\"e\"}");
    assertThat(Compiled.call(consent, "tppRedirect")).isEqualTo("b");
    assertThat(Compiled.call(consent, "hasTppRedirect2")).isEqualTo(true);
    assertThat(Compiled.call(consent, "urlPath3")).isEqualTo("c");
    assertThat(Compiled.call(consent, "urlPath")).isEqualTo("d");
    assertThat(Compiled.call(consent, "urlPath2")).isEqualTo("e");
    Object free = KINDS.read("equal-names", "Free", "{\"TPP-Kind\":\"a\",\"tppKind\":\"b\"}");
    assertThat(Compiled.call(free, "tppKind")).isEqualTo("b");
    assertThat(KINDS.facade("equal-names"))
        .contains("params.tppRedirect(), body, params.tppRedirect2()");
  }

  @Test
  void aFileHasTheNameOfNothingInThePath() {
    assertThat(KINDS.facade("file-upload"))
        .contains("String scan, String scanFile, @Nullable Upload scanFile2, ");
  }

  @Test
  void aSchemaThatDiffersInCaseHasItsClass() throws ReflectiveOperationException {
    Class<?> odd = KINDS.model(NAMELESS, "Odd");
    assertThat(odd.getMethod("small").getReturnType()).isEqualTo(KINDS.model(NAMELESS, "Amount"));
    assertThat(odd.getMethod("large").getReturnType()).isEqualTo(KINDS.model(NAMELESS, "Amount2"));
  }

  @Test
  void aValueOfSeveralTypesHasAnAccessorForEach() throws ClassNotFoundException {
    assertThat(accessors("ValuesAny"))
        .containsExactly("asBigDecimal", "asBoolean", "asObject", "asObjectList", "asString");
    assertThat(accessors("ValuesFew")).containsExactly("asBigDecimal", "asStringList");
    assertThat(KINDS.notices("several-types"))
        .containsExactly(
            "Values_any.asObjectList: List<Object>, as no type is said",
            "Values_any.asObject: Object, as no type is said");
  }

  private static String[] accessors(String union) throws ClassNotFoundException {
    return Arrays.stream(KINDS.model("several-types", union).getDeclaredMethods())
        .map(Method::getName)
        .filter(name -> name.startsWith("as"))
        .sorted()
        .toArray(String[]::new);
  }
}
