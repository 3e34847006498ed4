package cloud.finfusion.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;
import org.springframework.core.SpringVersion;

/**
 * The Spring Boot under these tests is the one that the build means, and not mixed with another.
 */
class RunningVersionTest {
  @Test
  void itIsTheExpectedOne() {
    String expected = System.getProperty("expected.spring-boot");

    assertThat(SpringBootVersion.getVersion()).isEqualTo(expected);
    assertThat(SpringVersion.getVersion()).startsWith(expected.startsWith("3") ? "6." : "7.");
  }
}
