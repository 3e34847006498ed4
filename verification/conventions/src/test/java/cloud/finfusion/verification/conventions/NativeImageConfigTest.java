package cloud.finfusion.verification.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.model.Payment;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.annotations.JsonAdapter;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A native image knows what the SDK reaches by reflection. */
class NativeImageConfigTest {
  private static final String FOLDER = "META-INF/native-image/";
  private static final Set<String> FOLDERS =
      Set.of("cloud.finfusion.model", "cloud.finfusion/finfusion-java");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("cloud.finfusion");

  @Test
  void eachModelAndInterfaceOfTheApiIsReached() throws IOException {
    Set<String> models =
        namesOf(
            type ->
                type.isAnnotatedWith(JsonAdapter.class)
                    && type.getPackageName().equals(Payment.class.getPackageName()));

    assertThat(reflected()).containsAll(models).containsAll(retrofitInterfaces());
    assertThat(models).contains("cloud.finfusion.model.Event$Unknown");
  }

  @Test
  void eachInterfaceThatRetrofitImplementsIsAProxy() throws IOException {
    assertThat(proxies()).isEqualTo(retrofitInterfaces());
  }

  @Test
  void noNameIsOfAClassThatIsNotThere() throws IOException {
    Set<String> all = namesOf(type -> true);

    assertThat(all).containsAll(reflected());
  }

  private static Set<String> retrofitInterfaces() {
    return namesOf(
        type ->
            type.isInterface()
                && type.getMethods().stream()
                    .flatMap(method -> method.getAnnotations().stream())
                    .anyMatch(each -> each.getRawType().getPackageName().equals("retrofit2.http")));
  }

  private static Set<String> namesOf(Predicate<JavaClass> which) {
    return CLASSES.stream()
        .filter(which)
        .map(JavaClass::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> reflected() throws IOException {
    Set<String> names = new TreeSet<>();
    entries("reflect-config.json")
        .forEach(each -> names.add(each.getAsJsonObject().get("name").getAsString()));
    return names;
  }

  private static Set<String> proxies() throws IOException {
    Set<String> names = new TreeSet<>();
    entries("proxy-config.json").forEach(each -> names.add(each.getAsString()));
    return names;
  }

  private static JsonArray entries(String file) throws IOException {
    JsonArray entries = new JsonArray();
    for (String folder : FOLDERS) {
      String name = FOLDER + folder + "/" + file;
      for (URL url : Collections.list(Payment.class.getClassLoader().getResources(name))) {
        try (InputStream in = url.openStream()) {
          JsonElement parsed =
              JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8));
          entries.addAll(parsed.getAsJsonArray());
        }
      }
    }
    return entries;
  }
}
