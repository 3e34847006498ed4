package cloud.finfusion.examples.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arguments are read in both forms, and what is none of them is refused. */
class ArgumentsTest {
  @Test
  void bothFormsAreRead() {
    Arguments arguments =
        Arguments.parse(List.of("--csv", "a.csv", "--part=2/8", "--state=", "--stop-after", "7"));

    assertThat(arguments)
        .isEqualTo(new Arguments(Path.of("a.csv"), new InputPart(2, 8), null, null, 7));
  }

  @Test
  void anUnknownNameAndAMissingValueAreRefused() {
    assertThatThrownBy(() -> Arguments.parse(List.of("--cvs=a.csv"))).hasMessageContaining("--cvs");
    assertThatThrownBy(() -> Arguments.parse(List.of("--csv"))).hasMessageContaining("got --csv");
    assertThatThrownBy(() -> Arguments.parse(List.of("--stop-after=x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFailuresFileIsSentWholeAndAlone() {
    assertThat(Arguments.parse(List.of("--failures=f", "--part=1/1")).input())
        .isEqualTo(Path.of("f"));
    assertThatThrownBy(() -> Arguments.parse(List.of("--failures=f", "--csv=a")))
        .hasMessageContaining("--failures");
    assertThatThrownBy(() -> Arguments.parse(List.of("--failures=f", "--part=1/2")))
        .hasMessageContaining("--failures");
  }
}
