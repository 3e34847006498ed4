package cloud.finfusion.canary;

import java.io.IOException;
import java.nio.file.Path;

/** Fails if a secret of the tests stands in what they wrote. */
public final class Canary {
  private Canary() {}

  /** Searches below the folder that the only argument names. */
  public static void main(String[] args) throws IOException {
    Search search = new Search().below(Path.of(args[0]));
    System.out.println(search);
    search.hits().forEach(System.out::println);
    if (!search.hits().isEmpty()) {
      throw new IllegalStateException("secrets were written, see above");
    }
    if (!search.sawTheLog()) {
      throw new IllegalStateException("expected the HTTP log at TRACE, got none to search");
    }
  }
}
