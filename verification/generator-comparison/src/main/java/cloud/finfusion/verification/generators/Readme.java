package cloud.finfusion.verification.generators;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A place in a file that a program writes: the lines between two comments. */
record Readme(Path file, String name) {

  /** Replaces what stands between the comments. */
  void write(String text) throws IOException {
    Files.writeString(file, replace(Files.readString(file), text));
  }

  String replace(String page, String text) {
    int begin = after(page, "<!-- begin " + name + " -->");
    int end = page.indexOf("<!-- end " + name + " -->", begin);
    if (end < 0) {
      throw new IllegalStateException(file + " has no comment: end " + name);
    }
    return page.substring(0, begin) + "\n" + text + page.substring(end);
  }

  private int after(String page, String comment) {
    int found = page.indexOf(comment);
    if (found < 0) {
      throw new IllegalStateException(file + " has no comment: " + comment);
    }
    return found + comment.length();
  }
}
