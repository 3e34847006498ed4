package cloud.finfusion.examples.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A file to try the import with: a thousand customers, and four rows that are none. */
final class DemoCsv {
  private static final String HEADER = "email,name,reference";
  private static final List<String> BAD_ROWS =
      List.of(
          "no-reference@example.com,No Reference,",
          ",No Email,demo-1001",
          "two-columns@example.com,Two Columns",
          "\"open-quote@example.com,Open Quote,demo-1002");

  private DemoCsv() {}

  static Path write(Path csv) throws IOException {
    Stream<String> good = IntStream.rangeClosed(1, 1000).mapToObj(DemoCsv::row);
    return Files.write(
        csv, Stream.of(Stream.of(HEADER), BAD_ROWS.stream(), good).flatMap(x -> x).toList());
  }

  private static String row(int number) {
    return "customer-%d@example.com,\"Customer, the %d.\",demo-%d"
        .formatted(number, number, number);
  }
}
