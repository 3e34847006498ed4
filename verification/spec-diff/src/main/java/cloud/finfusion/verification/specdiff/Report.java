package cloud.finfusion.verification.specdiff;

import java.util.stream.Collectors;

/** What a reviewer of the change reads, in Markdown. */
record Report(String name, Verdict verdict, SpecChange change) {

  String markdown() {
    return """
    # %s: %s

    %s Operations and schemas: %s. Java: %s.

    ## Java

    %s

    ## Operations and schemas

    %s
    """
        .formatted(
            name,
            verdict.change(),
            sentence(verdict.toString()),
            change.operations().change(),
            change.java().change(),
            java(),
            change.operations().markdown());
  }

  private String java() {
    if (change.java().elements().isEmpty()) {
      return "Nothing changed.";
    }
    return change.java().elements().stream()
        .sorted((one, other) -> other.change().compareTo(one.change()))
        .map(each -> "| " + each.change() + " | " + each.what() + " | `" + each.name() + "` |")
        .collect(Collectors.joining("\n", "| change | what | where |\n| --- | --- | --- |\n", ""));
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
