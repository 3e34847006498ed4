package cloud.finfusion.verification.generators;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.apache.maven.shared.invoker.MavenInvocationException;

/**
 * What Maven makes of a pom.
 *
 * @param direct how many runtime dependencies the pom names
 * @param transitive how many more those bring
 * @param classPath what its sources compile and run with
 */
record Dependencies(long direct, long transitive, List<Path> classPath) {
  private static final Pattern DIRECT = Pattern.compile("[+\\\\]- .*");

  /** Asks Maven, and keeps the lists in the folder. */
  static Dependencies of(Path pom, Path folder) {
    try {
      Files.createDirectories(folder);
      Path tree = folder.resolve("tree.txt");
      Path classPath = folder.resolve("class-path.txt");
      resolve(pom, tree, classPath);
      return read(Files.readAllLines(tree), Files.readString(classPath).strip());
    } catch (IOException | MavenInvocationException failed) {
      throw new IllegalStateException("cannot resolve the dependencies of " + pom, failed);
    }
  }

  private static void resolve(Path pom, Path tree, Path classPath) throws MavenInvocationException {
    String plugin =
        "org.apache.maven.plugins:maven-dependency-plugin:"
            + System.getProperty("comparison.dependency-plugin")
            + ":";
    Properties properties = new Properties();
    properties.setProperty("scope", "runtime");
    properties.setProperty("outputFile", tree.toString());
    properties.setProperty("includeScope", "compile");
    properties.setProperty("mdep.outputFile", classPath.toString());
    InvocationRequest request =
        new DefaultInvocationRequest()
            .setPomFile(pom.toFile())
            .addArgs(List.of(plugin + "tree", plugin + "build-classpath"))
            .setProperties(properties)
            .setBatchMode(true)
            .setQuiet(true);
    InvocationResult result =
        new DefaultInvoker()
            .setMavenHome(new File(System.getProperty("maven.home")))
            .execute(request);
    if (result.getExitCode() != 0) {
      throw new IllegalStateException("Maven could not resolve " + pom);
    }
  }

  /** The tree's first line is the project itself. */
  static Dependencies read(List<String> tree, String classPath) {
    long all = tree.size() - 1L;
    long direct = tree.stream().filter(line -> DIRECT.matcher(line).matches()).count();
    List<Path> jars =
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
            .splitAsStream(classPath)
            .filter(jar -> !jar.isEmpty())
            .map(Path::of)
            .toList();
    return new Dependencies(direct, all - direct, jars);
  }
}
