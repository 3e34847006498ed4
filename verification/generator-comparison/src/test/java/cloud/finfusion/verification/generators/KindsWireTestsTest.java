package cloud.finfusion.verification.generators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The wire tests and the programs of small specifications, each of which has a rare thing. */
@Tag("corpus") // generates and compiles some sixty APIs
@ResourceLock(OwnOperations.GENERATOR)
class KindsWireTestsTest {
  private static final Path KINDS =
      Path.of("../../templates/src/test/resources/kinds").toAbsolutePath().normalize();
  private static final int TESTS_AT_LEAST = 350;

  private static Compilation compiled;

  @TempDir static Path folder;

  @BeforeAll
  static void generate() throws IOException {
    OwnOperations all = new OwnOperations(folder);
    for (Path spec : Specification.allIn(KINDS)) {
      String kind = spec.getFileName().toString().replace(".yaml", "").replace('-', '_');
      String name = "kinds." + kind;
      all.client(name, spec).wireTests(name, "wire." + kind, spec).reference(name, spec);
    }
    compiled = all.compile();
  }

  @Test
  void theyCompile() {
    assertThat(compiled.errors()).isEmpty();
  }

  @Test
  void theWireTestsPass() throws IOException, ReflectiveOperationException {
    Map<String, String> tests = JUnitRun.of("wire", compiled);

    assertThat(tests).hasSizeGreaterThan(TESTS_AT_LEAST);
    assertThat(tests).allSatisfy((test, why) -> assertThat(why).as(test).isEmpty());
  }
}
