package cloud.finfusion.verification.logscan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads files line by line and notes where a secret stands; the secret itself it does not show. */
final class Search {
  /** What the HTTP log shows of every signed request: without it there was nothing to see. */
  private static final String REDACTED_KEY = "Authorization=***";

  /** What a call that failed leaves at TRACE. */
  private static final String FAILED_CALL = "a call failed";

  private final List<String> hits = new ArrayList<>();
  private int files;
  private long bytes;
  private long redactedKeys;
  private long failedCalls;

  /** Searches what tests and the quickstart left in the modules below a folder. */
  Search below(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(Files::isRegularFile).filter(Search::isOfARun).sorted().forEach(this::in);
    }
    return this;
  }

  /** Named so by the poms: {@code target/log-secret-scan…}. */
  private static boolean isOfARun(Path file) {
    for (int i = 1; i < file.getNameCount(); i++) {
      if (file.getName(i - 1).toString().equals("target")) {
        return file.getName(i).toString().startsWith("log-secret-scan");
      }
    }
    return false;
  }

  private void in(Path file) {
    files++;
    try {
      bytes += Files.size(file);
      int number = 0;
      for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
        scan(file + ":" + ++number, line);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void scan(String place, String line) {
    redactedKeys += line.contains(REDACTED_KEY) ? 1 : 0;
    failedCalls += line.contains(FAILED_CALL) ? 1 : 0;
    for (SecretPattern pattern : SecretPattern.values()) {
      if (pattern.isIn(line)) {
        hits.add(place + ": " + pattern);
      }
    }
  }

  /** File and line of each secret found. */
  List<String> hits() {
    return List.copyOf(hits);
  }

  /** Whether there was a log in which a secret could have been found. */
  boolean sawTheLog() {
    return redactedKeys > 0 && failedCalls > 0;
  }

  @Override
  public String toString() {
    return String.format(
        "log secret scan: %d files, %d bytes, %d patterns, %d hits (%d redacted keys, %d failed calls seen)",
        files, bytes, SecretPattern.values().length, hits.size(), redactedKeys, failedCalls);
  }
}
