package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retrofit2.Retrofit;

/** What real specifications contain compiles, keeps every value, and is accepted by Retrofit. */
class ThemesTest {
  @TempDir static Path folder;
  private static Compiled v30;
  private static Compiled v31;

  @BeforeAll
  static void generate() {
    v30 = Compiled.of("themes-30.yaml", folder.resolve("30"));
    v31 = Compiled.of("themes-31.yaml", folder.resolve("31"));
  }

  @Test
  void everythingCompilesAsModules() {
    assertThat(v30.errors()).isEmpty();
    assertThat(v31.errors()).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          File        | {"name":"a","content":"aGk="}
          MapModel    | {"list":{"string":{"override":"all"}}}
          JsonAdapter | {"name":"a"}
          Tag         | {"date":{"day":"2026-03-15"}}
          LineItem2   | {"second":{"first":"a"}}
          Keywords    | {"class":"a","default":1,"hashCode":"b","toJson":true,"wait":"c","equals":{"d":1},"foo_bar":"e","fooBar":"f","more":null,"has_more":true,"@type":"g","a\\"b\\\\c":"h"}
          Pet         | {"kind":"dog","tricks":["sit",null]}
          Pet         | {"kind":"newer","wings":2}
          OtherPet    | {"kind":"Cow","milk":1.50}
          Untagged    | {"neither":true}
          Mixed       | ["a","b"]
          Mixed       | 12345678901234567890
          Mixed       | null
          OnlyRequired | {"a":"x"}
          Extended    | {"a":"x","eggs":2.5,"wings":2}
          Derived     | {"type":"Derived","shared":"s","state":"off","inner":{"mode":"x","deeper":[{"level":1}]},"either":false}
          Graded      | {"level":4,"half":0.5,"maybe":null}
          Open        | {"known":"k","free":{"a":[1,{"b":null}]},"any":null,"list":[{"c":1}],"unknown":5}
          Labelled    | {"label":"l","other":5}
          Maps        | {"labels":{"a":[{"lte":"2026-03-15"}]},"nested":{"x":{"y":null}}}
          Tree        | {"value":"1","children":[{"value":"2","children":[]}],"parent":{"value":"0"}}
          Range       | {"gte":"é","size":"s","big":18446744073709551615,"small":11}
          """)
  void valuesOfOpenApi30AreKept(String model, String json) throws ReflectiveOperationException {
    assertThat(v30.roundTrip(model, json)).isEqualTo(json);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Types    | {"either":5,"any_of_three":["a"],"maybe":null,"null":null,"maybe_other":null,"one_or_many":["a"],"anything":1,"typeless":{"a":[]}}
          Types    | {"either":"five","any_of_three":{"a":"b"},"maybe":"m","null":null,"maybe_other":{"constant":"fixed"},"one_or_many":"a"}
          Other    | {"constant":"fixed","number":5,"enum_without_type":"c"}
          Tuple    | {"pair":["a",1]}
          Patterns | {"texts":{"x-a":"b"},"both":{"a":"b","b":1}}
          Beside   | {"known":"k","x-a":1}
          Encoded  | {"bytes":"aGk=","file":"raw"}
          Sibling  | {"other":{"number":5}}
          ThingMade | {"thing":{"either":1,"null":null}}
          """)
  void valuesOfOpenApi31AreKept(String model, String json) throws ReflectiveOperationException {
    assertThat(v31.roundTrip(model, json)).isEqualTo(json);
  }

  @Test
  void choiceIsReadAsEachOfItsAlternatives() throws ReflectiveOperationException {
    Object number = v30.read("Mixed", "5");
    assertThat(Compiled.call(number, "asLong")).isEqualTo(5L);
    assertThat(Compiled.call(number, "asString")).isNull();
    assertThat(Compiled.call(number, "asStringList")).isNull();
    assertThat(number).hasToString("Mixed{...}");
    Object made = v30.model("Mixed").getMethod("ofLong", Long.class).invoke(null, 5L);
    assertThat(made).isEqualTo(number).hasSameHashCodeAs(number);
  }

  @Test
  void everyDeclaredFieldHasItsAccessor() throws ReflectiveOperationException {
    Object derived =
        v30.read("Derived", "{\"type\":\"Derived\",\"shared\":\"s\",\"state\":\"on\"}");
    assertThat(Compiled.call(derived, "shared")).isEqualTo("s");
    assertThat(Compiled.call(derived, "state")).hasToString("on");
    Object keywords = v30.read("Keywords", "{\"wait\":\"w\",\"fooBar\":\"f\",\"more\":null}");
    assertThat(Compiled.call(keywords, "_wait")).isEqualTo("w");
    assertThat(Compiled.call(keywords, "fooBar")).isEqualTo("f");
    assertThat(Compiled.call(keywords, "hasMore2")).isEqualTo(true);
  }

  @Test
  void collidingConstantsAreAllThere() throws ReflectiveOperationException {
    assertThat(v30.model("Zone").getFields())
        .extracting("name")
        .contains("_ADAPTER", "ADAPTER2", "_UNRECOGNIZED", "EMPTY", "ETC_GMT_122")
        .hasSize(8);
  }

  @ParameterizedTest
  @CsvSource({"DefaultApi, 2", "PetApi, 4", "FilesApi, 5"})
  void retrofitTakesEachInterface(String api, int operations) throws ReflectiveOperationException {
    Class<?> type = v30.classes().loadClass("cloud.finfusion.api." + api);
    assertThat(type.getMethods()).hasSize(operations);
    Retrofit retrofit =
        new Retrofit.Builder()
            .baseUrl("http://localhost/v1/")
            .addConverterFactory(new AnyConverter())
            .validateEagerly(true)
            .build();
    assertThat(retrofit.create(type)).isNotNull();
  }

  @Test
  void webhooksAreModelsAndNoOperations() throws ReflectiveOperationException {
    assertThat(folder.resolve("31/sources/src/main/java/cloud/finfusion/api/DefaultApi.java"))
        .doesNotExist();
    assertThat(v31.model("ThingMade")).isNotNull();
  }

  @Test
  void objectsInQueriesAreSentFieldByField() throws ReflectiveOperationException {
    Method deep =
        v30.classes()
            .loadClass("cloud.finfusion.runtime.Parameters")
            .getMethod("deepObject", String.class, Object.class);
    assertThat(deep.invoke(null, "filter", v30.read("Range", "{\"size\":\"s\",\"small\":1}")))
        .hasToString("{filter[size]=s, filter[small]=1}");
    assertThat(deep.invoke(null, "either", v30.read("Mixed", "5"))).hasToString("{either=5}");
    Method cookies =
        v30.classes()
            .loadClass("cloud.finfusion.runtime.Parameters")
            .getMethod("cookies", Object[].class);
    Object[] given = {"a", "1", "b", null, "c", 2};
    assertThat(cookies.invoke(null, (Object) given)).isEqualTo("a=1; c=2");
  }

  @Test
  void facadesAreNamedApartFromModels() {
    Path spec = Path.of("src/test/resources/themes-30.yaml").toAbsolutePath();
    assertThat(Generation.run(spec, "resources", folder.resolve("facades")))
        .containsKeys(
            "src/main/java/cloud/finfusion/resource/PetOperations.java",
            "src/main/java/cloud/finfusion/resource/AsyncPetOperations.java",
            "src/main/java/cloud/finfusion/resource/Files.java")
        .hasEntrySatisfying(
            "src/main/java/cloud/finfusion/resource/FinFusionResources.java",
            text -> assertThat(text).contains("PetOperations pet()", "Default _default()"));
  }

  @Test
  void parametersOfEveryPlaceTravel() throws ReflectiveOperationException {
    Class<?> api = v30.classes().loadClass("cloud.finfusion.api.PetApi");
    assertThat(Arrays.stream(api.getMethods()).filter(each -> each.getName().equals("_wait")))
        .singleElement()
        .satisfies(
            method ->
                assertThat(Arrays.deepToString(method.getParameterAnnotations()))
                    .contains("Path", "pet_id", "QueryMap", "X-Trace", "Cookie", "as_json")
                    .doesNotContain("Accept"));
  }
}
