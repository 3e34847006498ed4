package cloud.finfusion.verification.specdiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
  @ParameterizedTest
  @CsvSource({
    "1.4.2, NONE, 1.4.2",
    "1.4.2, PATCH, 1.4.3",
    "1.4.2, MINOR, 1.5.0",
    "1.4.2, MAJOR, 2.0.0",
    "0.4.2, PATCH, 0.4.3",
    "0.4.2, MINOR, 0.4.3",
    "0.4.2, MAJOR, 0.5.0",
  })
  void eachChangeNeedsItsVersion(String released, Change change, String needed) {
    assertThat(verdict(change, released, released).needed()).hasToString(needed);
  }

  @ParameterizedTest
  @CsvSource({
    "MAJOR, 1.4.2, 1.5.0, true",
    "MAJOR, 1.4.2, 2.0.0-SNAPSHOT, false",
    "MAJOR, 0.1.0, 0.1.9, true",
    "MAJOR, 0.1.0, 0.2.0, false",
    "MINOR, 1.4.2, 1.4.2, false",
    "PATCH, 1.4.2, 1.4.2, false",
  })
  void onlyABreakingChangeWithoutItsVersionFails(
      Change change, String released, String version, boolean fails) {
    assertThat(verdict(change, released, version).fails()).isEqualTo(fails);
  }

  @Test
  void theSentenceSaysWhichVersionItNeeds() {
    assertThat(verdict(Change.MAJOR, "0.1.0", "0.1.1"))
        .hasToString("major since 0.1.0; it needs version 0.2.0 or later, the build is 0.1.1.");
    assertThat(verdict(Change.MAJOR, "0.1.0", "0.2.0"))
        .hasToString("major since 0.1.0; it needs version 0.2.0, the build is 0.2.0.");
    assertThat(verdict(Change.NONE, "0.1.0", "0.1.0")).hasToString("no change since 0.1.0.");
  }

  @Test
  void whatIsNoVersionIsASentence() {
    assertThatThrownBy(() -> Version.of("next"))
        .hasMessage("version: expected three numbers, as 0.1.0, got next.");
  }

  private static Verdict verdict(Change change, String released, String version) {
    return new Verdict(change, Version.of(released), Version.of(version));
  }
}
