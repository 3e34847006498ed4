package cloud.finfusion.verification.specdiff;

import java.io.IOException;
import java.nio.file.Path;

/** What changed between two specifications: what the API does, and what Java programs see. */
record SpecChange(OperationChanges operations, JavaChanges java) {

  /** Works below a folder, which must not have been used before. */
  static SpecChange between(Path before, Path after, Path settings, Path folder)
      throws IOException {
    JavaApi old = JavaApi.of(before, settings, folder.resolve("before"));
    JavaApi changed = JavaApi.of(after, settings, folder.resolve("after"));
    return between(before, old, after, changed);
  }

  static SpecChange between(Path before, JavaApi old, Path after, JavaApi changed)
      throws IOException {
    return new SpecChange(
        OperationChanges.between(before, after), JavaChanges.between(old, changed));
  }

  Change change() {
    return operations.change().and(java.change());
  }
}
