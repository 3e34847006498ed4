package cloud.finfusion.internal.libraries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.gson.JsonArray;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a library by what its code lacks, and by the jar that it came from. */
@DisplayName("fault I: what the class path has of a library")
class LibraryTest {
  private static final Class<?> PRESENT = JsonArray.class;

  private static Library gson(Class<?> anchor, Supplier<?> probe) {
    return new Library("Gson", "com.google.code.gson:gson", "2.10", () -> anchor, probe);
  }

  private static Object lacks() {
    throw new NoSuchMethodError("asList");
  }

  @Test
  void aLibraryThatHasWhatIsNeededIsNoProblem() {
    assertThat(gson(PRESENT, () -> PRESENT).problem()).isEmpty();
  }

  @Test
  void oneThatLacksItIsNamedWithWhatToDo() {
    assertThat(gson(PRESENT, LibraryTest::lacks).problem().orElse(""))
        .matches(
            "Gson [0-9.]+ on the class path is too old for the FinFusion SDK, which needs 2\\.10 or"
                + " newer\\. Raise com\\.google\\.code\\.gson:gson\\.");
  }

  @Test
  void oneOfNoJarIsNamedWithoutAVersion() {
    assertThat(gson(String.class, LibraryTest::lacks).problem().orElse(""))
        .startsWith("Gson on the class path is too old");
  }

  @Test
  void oneThatIsMissingIsToBeAdded() {
    Library missing =
        new Library(
            "Gson",
            "com.google.code.gson:gson",
            "2.10",
            () -> {
              throw new NoClassDefFoundError("com/google/gson/JsonArray");
            },
            LibraryTest::lacks);

    assertThat(missing.problem().orElse(""))
        .isEqualTo(
            "Gson is not on the class path, and the FinFusion SDK needs 2.10 or newer. Add"
                + " com.google.code.gson:gson.");
  }

  @ParameterizedTest
  @CsvSource({
    "/home/me/.m2/gson/2.8.9/gson-2.8.9.jar, Gson 2.8.9",
    "nested:/srv/shop.jar/!BOOT-INF/lib/gson-2.8.9.jar!/, Gson 2.8.9",
    "/C:/libs/gson-2.8.9-redhat-1.jar, Gson 2.8.9-redhat-1",
    "/srv/shop-all.jar, Gson of shop-all.jar",
    "/srv/gson.jar, Gson of gson.jar",
    "/srv/classes/, Gson",
    "null, Gson",
  })
  void itIsNamedByItsJar(String location, String name) {
    assertThat(gson(PRESENT, () -> PRESENT).found(location)).isEqualTo(name);
  }

  @Test
  void thisClassPathIsSupported() {
    assertThatCode(() -> Libraries.check(true)).doesNotThrowAnyException();
  }
}
