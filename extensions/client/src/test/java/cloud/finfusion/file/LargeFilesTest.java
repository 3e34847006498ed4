package cloud.finfusion.file;

import cloud.finfusion.testing.OtherJvm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files of 64 MB go through a heap of 48 MB, to the sandbox and back. */
@Tag("slow")
class LargeFilesTest {
  private static final Path DOCUMENTS =
      Path.of(System.getProperty("basedir", ""), "src/test/resources/documents.yaml");

  @Test
  void aFileMayBeLargerThanTheHeap() throws Exception {
    OtherJvm.run(List.of("-Xmx48m"), LargeFiles.class, DOCUMENTS.toAbsolutePath().toString());
  }
}
