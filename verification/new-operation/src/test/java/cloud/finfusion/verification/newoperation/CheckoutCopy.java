package cloud.finfusion.verification.newoperation;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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
    if (Files.exists(to)) {
      dropWhatIsGone(from, to);
    }
    Files.walkFileTree(from, new CheckoutCopy(from, to, from.resolve(tested)));
  }

  /** What an earlier copy has and the checkout has no more, or it would be compiled again. */
  private static void dropWhatIsGone(Path from, Path to) throws IOException {
    List<Path> gone;
    try (Stream<Path> copied = Files.walk(to)) {
      gone =
          copied
              .filter(each -> !isBuilt(to.relativize(each)))
              .filter(each -> Files.isRegularFile(each))
              .filter(each -> !Files.exists(from.resolve(to.relativize(each))))
              .toList();
    }
    for (Path each : gone) {
      Files.delete(each);
    }
  }

  private static boolean isBuilt(Path file) {
    return StreamSupport.stream(file.spliterator(), false)
        .anyMatch(name -> name.equals(Path.of("target")));
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
