package cloud.finfusion.verification.consumers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The table of {@code docs/class-paths.md}, which the build writes. */
record ClassPathTable(Path page) {
  private static final String BEGIN = "<!-- begin class paths -->\n";
  private static final String END = "<!-- end class paths -->";
  private static final List<String> LIBRARIES =
      List.of("gson", "caffeine", "kotlin", "okhttp", "retrofit", "slf4j");
  private static final String HEAD =
      """
      | class path | Gson | Caffeine | Kotlin | OkHttp | Retrofit | SLF4J | result |
      | --- | --- | --- | --- | --- | --- | --- | --- |
      """;

  static String row(ClassPath of, ShopRun run) {
    String found = LIBRARIES.stream().map(run::found).collect(Collectors.joining(" | "));
    return "| %s | %s | %s |".formatted(of.name(), found, run.result());
  }

  /** The rows that the page has. */
  List<String> rows() throws IOException {
    String text = Files.readString(page).replace("\r\n", "\n");
    return text.substring(text.indexOf(BEGIN) + BEGIN.length() + HEAD.length(), text.indexOf(END))
        .lines()
        .toList();
  }

  void write(List<String> rows) throws IOException {
    String text = Files.readString(page);
    String table = HEAD + String.join("\n", rows) + "\n";
    Files.writeString(
        page,
        text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
            + table
            + text.substring(text.indexOf(END)));
  }
}
