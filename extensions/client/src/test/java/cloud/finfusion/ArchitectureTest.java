package cloud.finfusion;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of packages, section 4 of the design: who may know whom. */
class ArchitectureTest {
  private static final String OURS = "cloud.finfusion";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(OURS);

  /** The generated runtime and annotations are open to all. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "error, cloud.finfusion.model",
        "auth, cloud.finfusion.error cloud.finfusion.model org.slf4j..",
        "retry, -",
        "ratelimit, io.github.bucket4j.. org.slf4j..",
        "cache, com.github.benmanes.caffeine.cache.. org.slf4j..",
        "metrics, cloud.finfusion.error",
        "network, cloud.finfusion.error javax.net.ssl",
        "pagination, cloud.finfusion.error",
        "call, cloud.finfusion.internal.check",
        "spi, cloud.finfusion.call retrofit2",
        "resource, cloud.finfusion.call cloud.finfusion.api cloud.finfusion.model cloud.finfusion.spi "
            + "cloud.finfusion.pagination retrofit2",
        "webhook, cloud.finfusion.error cloud.finfusion.model javax.crypto.. "
            + "com.sun.net.httpserver org.slf4j..",
      })
  void aPackageKnowsOnlyWhatItsTableSays(String name, @Nullable String allowed) {
    String[] known =
        Stream.concat(
                Stream.of("java..", "org.jspecify..", OURS + ".runtime", OURS + "." + name),
                allowed == null ? Stream.empty() : Arrays.stream(allowed.split(" ")))
            .toArray(String[]::new);

    classes()
        .that()
        .resideInAPackage(OURS + "." + name)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(known))
        .check(CLASSES);
  }

  /** What compares otherwise tells by its time how much of a forged signature is right. */
  @Test
  @DisplayName("C195 signatures are compared in constant time only")
  void signaturesAreComparedInConstantTime() {
    classes()
        .that()
        .haveSimpleName("WebhookVerifier")
        .should()
        .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(OURS + ".webhook")
        .and()
        .doNotHaveSimpleName("WebhookHeaders") // compares names of headers
        .and()
        .doNotHaveSimpleName("MissedEvents") // compares ids
        .should()
        .callMethodWhere(
            target(nameMatching("equals.*|contentEquals|regionMatches|compare.*|mismatch"))
                .and(not(target(With.owner(type(Duration.class))))))
        .check(CLASSES);
  }

  @Test
  void onlyThePipelineKnowsTheLibrariesOfTheWire() {
    noClasses()
        .that(not(resideInAnyPackage(OURS + ".pipeline", OURS)))
        .should()
        .dependOnClassesThat(resideInAnyPackage("okhttp3..", "okio..", "dev.failsafe.."))
        .check(CLASSES);
  }

  @Test
  void theFrontDoorKnowsOfOkHttpOnlyTheUrlAndAClientOfTheUsers() {
    noClasses()
        .that()
        .resideInAPackage(OURS)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("okhttp3..", "okio..", "dev.failsafe..", "retrofit2..")
                .and(not(belongToAnyOf(HttpUrl.class, OkHttpClient.class))))
        .check(CLASSES);
  }

  @Test
  void nobodyButTheFrontDoorKnowsThePipeline() {
    noClasses()
        .that(not(resideInAnyPackage(OURS + ".pipeline", OURS)))
        .should()
        .dependOnClassesThat(resideInAnyPackage(OURS + ".pipeline"))
        .check(CLASSES);
  }

  @Test
  void ofThePipelineOnlyTheDoorIsPublic() {
    classes()
        .that()
        .resideInAPackage(OURS + ".pipeline")
        .and()
        .arePublic()
        .should()
        .haveNameMatching(".*\\.(Pipeline|RetrofitTransport|Settings|SystemTime|Time)")
        .check(CLASSES);
  }
}
