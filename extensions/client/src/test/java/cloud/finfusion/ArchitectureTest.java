package cloud.finfusion;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of packages in docs/architecture.md: who may know whom. */
class ArchitectureTest {
  private static final String ROOT = "cloud.finfusion";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // the libraries in the sandbox's jar
          .withImportOption(location -> !location.contains("/sandbox/internal/shaded/"))
          .importPackages(ROOT);

  /** The generated runtime and annotations are open to all. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "error, cloud.finfusion.model cloud.finfusion.internal.access",
        "call, cloud.finfusion.internal.check",
        "auth, cloud.finfusion.error cloud.finfusion.internal.access cloud.finfusion.internal.check org.slf4j..",
        "file, cloud.finfusion.error cloud.finfusion.internal.guard cloud.finfusion.internal.loop "
            + "com.google.gson okhttp3 okio kotlin.. retrofit2",
        "retry, cloud.finfusion.internal.check",
        "ratelimit, cloud.finfusion.spi cloud.finfusion.internal.access "
            + "cloud.finfusion.internal.check cloud.finfusion.internal.guard io.github.bucket4j.. org.slf4j..",
        "cache, cloud.finfusion.spi cloud.finfusion.internal.check cloud.finfusion.internal.pattern",
        "metrics, cloud.finfusion.error cloud.finfusion.internal.access cloud.finfusion.internal.check "
            + "cloud.finfusion.internal.guard cloud.finfusion.internal.time org.HdrHistogram org.slf4j..",
        "batch, cloud.finfusion.call cloud.finfusion.error cloud.finfusion.metrics "
            + "cloud.finfusion.internal.check cloud.finfusion.internal.failures",
        "network, cloud.finfusion.error cloud.finfusion.internal.access javax.net.ssl",
        "pagination, -",
        "spi, cloud.finfusion.batch cloud.finfusion.call cloud.finfusion.error cloud.finfusion.file cloud.finfusion.pagination "
            + "cloud.finfusion.internal.pagination okhttp3 retrofit2",
        "resource, cloud.finfusion.batch cloud.finfusion.call cloud.finfusion.api cloud.finfusion.model "
            + "cloud.finfusion.spi cloud.finfusion.pagination retrofit2",
        "webhook, cloud.finfusion.error cloud.finfusion.model cloud.finfusion.pagination "
            + "cloud.finfusion.internal.access cloud.finfusion.internal.check cloud.finfusion.internal.guard javax.crypto.. com.sun.net.httpserver org.slf4j..",
        "internal.access, javax.net.ssl",
        "internal.check, -",
        "internal.guard, org.slf4j..",
        "internal.libraries, cloud.finfusion.error com.github.benmanes.caffeine.cache com.google.gson kotlin.. okhttp3",
        "internal.run, cloud.finfusion.metrics",
        "internal.failures, com.google.gson..",
        "internal.batch, cloud.finfusion.batch cloud.finfusion.call cloud.finfusion.error cloud.finfusion.model "
            + "cloud.finfusion.metrics cloud.finfusion.spi cloud.finfusion.internal.call "
            + "cloud.finfusion.internal.guard cloud.finfusion.internal.loop "
            + "cloud.finfusion.internal.failures cloud.finfusion.internal.run com.google.gson okio..",
        "internal.metrics, cloud.finfusion.metrics cloud.finfusion.ratelimit "
            + "cloud.finfusion.internal.guard cloud.finfusion.internal.options "
            + "cloud.finfusion.internal.time",
        "internal.pattern, -",
        "internal.time, -",
        "internal.retry, cloud.finfusion.retry okhttp3 kotlin..",
        "internal.pagination, cloud.finfusion.internal.guard cloud.finfusion.error cloud.finfusion.pagination "
            + "cloud.finfusion.internal.guard okio",
        "internal.wait, cloud.finfusion.call cloud.finfusion.error cloud.finfusion.spi cloud.finfusion.internal.run dev.failsafe..",
        "internal.oauth, cloud.finfusion.auth cloud.finfusion.error cloud.finfusion.model "
            + "cloud.finfusion.internal.access cloud.finfusion.internal.check "
            + "cloud.finfusion.internal.guard org.slf4j..",
        "internal.webhook, cloud.finfusion.error cloud.finfusion.model cloud.finfusion.webhook "
            + "cloud.finfusion.pagination cloud.finfusion.internal.access "
            + "cloud.finfusion.internal.pagination",
        "internal.credential, cloud.finfusion.auth cloud.finfusion.error cloud.finfusion.internal.oauth "
            + "cloud.finfusion.internal.guard cloud.finfusion.internal.permit okhttp3 okio kotlin..",
        "internal.options, cloud.finfusion.auth cloud.finfusion.cache cloud.finfusion.call "
            + "cloud.finfusion.internal.credential cloud.finfusion.internal.time cloud.finfusion.metrics cloud.finfusion.network "
            + "cloud.finfusion.ratelimit cloud.finfusion.retry okhttp3",
        "internal.cache, cloud.finfusion.cache cloud.finfusion.spi cloud.finfusion.internal.guard "
            + "cloud.finfusion.internal.pattern com.github.benmanes.caffeine.cache..",
        "internal.permit, cloud.finfusion.auth cloud.finfusion.retry cloud.finfusion.spi "
            + "cloud.finfusion.internal.guard cloud.finfusion.internal.time dev.failsafe.. org.slf4j..",
        "internal.loop, cloud.finfusion.error okhttp3",
        "internal.call, cloud.finfusion.auth cloud.finfusion.call cloud.finfusion.error cloud.finfusion.file "
            + "cloud.finfusion.metrics cloud.finfusion.model cloud.finfusion.retry "
            + "cloud.finfusion.internal.access cloud.finfusion.internal.cache cloud.finfusion.internal.check cloud.finfusion.internal.credential cloud.finfusion.internal.guard "
            + "cloud.finfusion.internal.loop cloud.finfusion.internal.options cloud.finfusion.internal.permit "
            + "cloud.finfusion.internal.retry cloud.finfusion.internal.run cloud.finfusion.internal.time "
            + "okhttp3.. okio.. kotlin.. com.google.gson.. javax.net.ssl org.slf4j..",
        "internal.json, cloud.finfusion.internal.call okhttp3.. okio.. com.google.gson.. retrofit2..",
        "internal.log, cloud.finfusion.internal.call cloud.finfusion.internal.credential cloud.finfusion.internal.time "
            + "okhttp3.. okio.. kotlin.. com.google.gson.. org.slf4j..",
        "internal.auth, cloud.finfusion.auth cloud.finfusion.call cloud.finfusion.error "
            + "cloud.finfusion.metrics cloud.finfusion.internal.call cloud.finfusion.internal.check cloud.finfusion.internal.credential "
            + "cloud.finfusion.internal.guard cloud.finfusion.internal.loop cloud.finfusion.internal.time "
            + "okhttp3.. okio.. org.slf4j..",
        "internal.http, cloud.finfusion.error cloud.finfusion.network "
            + "cloud.finfusion.internal.access cloud.finfusion.internal.call cloud.finfusion.internal.loop cloud.finfusion.internal.guard "
            + "cloud.finfusion.internal.options cloud.finfusion.internal.time "
            + "okhttp3.. kotlin.. javax.net..",
        "internal.transport, cloud.finfusion.batch cloud.finfusion.cache cloud.finfusion.call "
            + "cloud.finfusion.error cloud.finfusion.file cloud.finfusion.metrics cloud.finfusion.model "
            + "cloud.finfusion.spi cloud.finfusion.internal.cache cloud.finfusion.internal.call cloud.finfusion.internal.credential cloud.finfusion.internal.loop "
            + "cloud.finfusion.internal.batch cloud.finfusion.internal.guard cloud.finfusion.internal.json "
            + "cloud.finfusion.internal.run cloud.finfusion.internal.wait "
            + "cloud.finfusion.internal.options cloud.finfusion.internal.time "
            + "okhttp3.. okio.. kotlin.. retrofit2..",
      })
  void aPackageKnowsOnlyWhatItsTableSays(String name, @Nullable String allowed) {
    String[] known =
        Stream.concat(
                Stream.of("java..", "org.jspecify..", ROOT + ".runtime", ROOT + "." + name),
                allowed == null ? Stream.empty() : Arrays.stream(allowed.split(" ")))
            .toArray(String[]::new);

    classes()
        .that()
        .resideInAPackage(ROOT + "." + name)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(known))
        .check(CLASSES);
  }

  @Test
  void noTwoPackagesKnowEachOther() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void noTwoClassesOfACallKnowEachOther() {
    slices().assignedFrom(new ByTopLevelClass()).should().beFreeOfCycles().check(CLASSES);
  }

  /** Nested classes belong to the one around them. */
  private static final class ByTopLevelClass implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass each) {
      JavaClass top = each;
      while (top.getEnclosingClass().isPresent()) {
        top = top.getEnclosingClass().get();
      }
      return top.getPackageName().equals(ROOT + ".internal.call")
              || top.getPackageName().equals(ROOT + ".internal.loop")
          ? SliceIdentifier.of(top.getSimpleName())
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "the top-level classes of internal.call and internal.loop";
    }
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
        .resideInAnyPackage(ROOT + ".webhook", ROOT + ".internal.webhook")
        .and()
        .doNotHaveSimpleName("WebhookHeaders") // compares names of headers
        .and()
        .doNotHaveSimpleName("OldestFirst") // compares ids
        .should()
        .callMethodWhere(
            target(nameMatching("equals.*|contentEquals|regionMatches|compare.*|mismatch"))
                .and(not(target(With.owner(type(Duration.class))))))
        .check(CLASSES);
  }

  @Test
  void theFrontDoorKnowsOfOkHttpOnlyTheUrlAndAClientOfTheUsers() {
    noClasses()
        .that()
        .resideInAPackage(ROOT)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("okhttp3..", "okio..", "dev.failsafe..", "retrofit2..")
                .and(not(belongToAnyOf(HttpUrl.class, OkHttpClient.class))))
        .check(CLASSES);
  }

  @Test
  void whatIsNotExportedIsInternal() {
    Set<String> all =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(each -> each.startsWith(ROOT) && !each.startsWith(ROOT + ".internal"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(all).doesNotContain(ROOT + ".pipeline");
    noClasses()
        .that(resideInAnyPackage(ROOT + ".model..", ROOT + ".api..", ROOT + ".runtime.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage(ROOT + ".internal.."))
        .check(CLASSES);
  }
}
