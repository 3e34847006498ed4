package cloud.finfusion.verification.generators;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How a project uses our templates, and what its sources are compiled with. */
record Project(
    Generator api, Generator resources, List<Path> apiClassPath, List<Path> facadeClassPath) {
  /** One with a runtime of its own, as FinFusion's. */
  static Project withOwnRuntime(Path root, WorkFolders folders) throws IOException {
    return new Project(
        Generator.ours(root, "api"),
        Generator.ours(root, "resources"),
        folders.ours().classPath(),
        withClient(folders, folders.ours().classPath()));
  }

  /** One that depends on the published client. */
  static Project onPublishedClient(Path root, WorkFolders folders) throws IOException {
    List<Path> classPath = folders.withRuntime(folders.ours().classPath());
    return new Project(
        Generator.onPublishedClient(root, "api"),
        Generator.onPublishedClient(root, "resources"),
        classPath,
        withClient(folders, classPath));
  }

  private static List<Path> withClient(WorkFolders folders, List<Path> classPath)
      throws IOException {
    return Stream.concat(Stream.of(folders.clientWithoutFacades()), classPath.stream()).toList();
  }
}
