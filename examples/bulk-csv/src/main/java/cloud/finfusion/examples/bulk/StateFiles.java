package cloud.finfusion.examples.bulk;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files that an import leaves: how far it is, and the rows that were not done.
 *
 * @param checkpoint keep it as long as the import may be run again
 * @param failures holds whole rows: protect it as the CSV file
 */
record StateFiles(Path checkpoint, Path failures) {
  /** Returns the files of a part, in the folder; beside the input if there is none. */
  static StateFiles of(Path input, InputPart part, @Nullable Path folder) {
    Path absolute = input.toAbsolutePath();
    String name = absolute.getFileName() + part.suffix();
    Path beside = folder == null ? absolute.resolveSibling(name) : folder.resolve(name);
    return new StateFiles(
        beside.resolveSibling(name + ".checkpoint"),
        beside.resolveSibling(name + ".failures.jsonl"));
  }
}
