package cloud.finfusion.verification.conventions;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No two packages of a module know each other. */
class PackageCyclesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "build-support",
        "templates",
        "generated",
        "extensions/client",
        "extensions/junit",
        "extensions/opentelemetry",
        "extensions/micrometer",
        "extensions/redis",
        "extensions/sandbox",
        "extensions/servlet",
        "extensions/spring-boot-starter"
      })
  void packagesHaveAnOrder(String module) {
    JavaClasses classes =
        new ClassFileImporter().importPath(Path.of("../..", module, "target/classes"));

    assertThat(classes).isNotEmpty();
    slices().matching("cloud.finfusion.(**)").should().beFreeOfCycles().check(classes);
  }
}
