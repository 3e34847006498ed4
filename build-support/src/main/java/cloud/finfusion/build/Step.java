package cloud.finfusion.build;

import java.nio.file.Path;

/** Says on the console what a module does next, where Maven, run with {@code -q}, says nothing. */
public final class Step {
  private Step() {}

  /**
   * Prints a line.
   *
   * @param args the checkout, the folder of the module, and what it does
   */
  public static void main(String[] args) {
    System.out.println(Hashes.name(Path.of(args[0]), Path.of(args[1])) + ": " + args[2]);
  }
}
