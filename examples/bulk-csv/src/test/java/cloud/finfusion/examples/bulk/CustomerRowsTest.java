package cloud.finfusion.examples.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.batch.RejectedItemException;
import cloud.finfusion.model.CustomerBatchItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row becomes a customer, or is rejected alone with its line. */
class CustomerRowsTest {
  @TempDir private Path folder;

  private Path csv(String... lines) throws IOException {
    return Files.write(folder.resolve("customers.csv"), List.of(lines));
  }

  /** Returns each customer's JSON, and of a rejected row its message and source. */
  private static List<String> read(Path csv) {
    List<String> read = new ArrayList<>();
    try (CsvLines lines = CsvLines.open(csv, InputPart.ALL)) {
      CustomerRows rows = new CustomerRows(lines);
      while (rows.hasNext()) {
        try {
          CustomerBatchItem customer = rows.next();
          read.add(
              customer.email() + " " + customer.name() + " " + CustomerRows.reference(customer));
        } catch (RejectedItemException rejected) {
          read.add(rejected.getMessage() + " <- " + rejected.source());
        }
      }
    }
    return read;
  }

  @Test
  void columnsMayStandInAnyOrderAndOthersBetweenThem() throws Exception {
    Path csv = csv("\uFEFFreference,city,\"email\",name", "r1,Köln,ada@example.com,\"L, Ada\"");

    assertThat(read(csv)).containsExactly("ada@example.com L, Ada r1");
  }

  @Test
  void aNameMayBeMissing() throws Exception {
    assertThat(read(csv("email,name,reference", "ada@example.com,,r1")))
        .containsExactly("ada@example.com null r1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "b@example.com,B                | expected 3 columns, got 2",
        "b@example.com,B,r2,x           | expected 3 columns, got 4",
        "\"b@example.com,B,r2           | Unclosed quoted field",
        "\"b@example.com\"x,B,r2        | Unexpected character after closing quote",
        ",B,r2                          | no email",
        "b@example.com,B,               | no reference",
        "b,B,r2                         | email"
      })
  void aBadRowIsRejectedAloneWithItsLine(String row, String problem) throws Exception {
    Path csv = csv("email,name,reference", "", "a@example.com,A,r1", row, "c@example.com,C,r3");

    List<String> read = read(csv);

    assertThat(read).hasSize(3);
    assertThat(read.get(0)).isEqualTo("a@example.com A r1");
    assertThat(read.get(1)).startsWith("line 4: ").contains(problem).endsWith(" <- " + row);
    assertThat(read.get(2)).isEqualTo("c@example.com C r3");
    assertThat(CsvLines.count(csv, InputPart.ALL)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"email,name", "a@example.com,A,r1", "''"})
  void aFileWithoutItsColumnsIsRefused(String header) throws Exception {
    Path csv = csv(header, "a@example.com,A,r1");

    assertThatThrownBy(() -> read(csv))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("email, name and reference");
  }
}
