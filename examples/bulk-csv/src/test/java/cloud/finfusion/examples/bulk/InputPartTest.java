package cloud.finfusion.examples.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts hold each row once, and share no file. */
class InputPartTest {
  private static final Path CSV = Path.of("customers.csv");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void eachRowIsInOnePart(int of) {
    LongStream rows = LongStream.rangeClosed(2, 100);

    assertThat(rows)
        .allMatch(row -> parts(of).filter(n -> new InputPart(n, of).holds(row)).count() == 1);
  }

  @Test
  void eachPartHasFilesOfItsOwn() {
    assertThat(parts(8).mapToObj(n -> checkpoint(n, 8)))
        .doesNotHaveDuplicates()
        .contains(CSV.toAbsolutePath().resolveSibling("customers.csv.2-of-8.checkpoint"));
    assertThat(checkpoint(1, 1))
        .isEqualTo(CSV.toAbsolutePath().resolveSibling("customers.csv.checkpoint"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/8", "9/8", "2", "2/", "a/b", "2/8/1", "-1/2", "0/0"})
  void aPartThatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> InputPart.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2/8")
        .hasMessageContaining(text);
  }

  private static Path checkpoint(int number, int of) {
    return StateFiles.of(CSV, new InputPart(number, of), null).checkpoint();
  }

  private static IntStream parts(int of) {
    return IntStream.rangeClosed(1, of);
  }
}
