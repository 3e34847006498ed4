package cloud.finfusion.examples.newoperation;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/**
 * Copies a checkout without what was built and without the tests, other than those of one module.
 */
final class CheckoutCopy extends SimpleFileVisitor<Path> {
  private static final Set<Path> LEFT_OUT = Set.of(Path.of("target"), Path.of(".git"));

  private final Path from;
  private final Path to;
  private final Path tested;

  private CheckoutCopy(Path from, Path to, Path tested) {
    this.from = from;
    this.to = to;
    this.tested = tested;
  }

  static void make(Path from, Path to, Path tested) throws IOException {
    Files.walkFileTree(from, new CheckoutCopy(from, to, from.resolve(tested)));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
      throws IOException {
    if (LEFT_OUT.contains(folder.getFileName()) || isOtherTest(folder)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    Files.createDirectories(to.resolve(from.relativize(folder)));
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    Path copy = to.resolve(from.relativize(file));
    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    return FileVisitResult.CONTINUE;
  }

  private boolean isOtherTest(Path folder) {
    return folder.endsWith(Path.of("src", "test")) && !folder.startsWith(tested);
  }
}
