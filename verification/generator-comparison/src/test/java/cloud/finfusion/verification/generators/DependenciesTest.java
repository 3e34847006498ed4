package cloud.finfusion.verification.generators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DependenciesTest {

  @Test
  void tellsWhatThePomNamesFromWhatThatBrings() {
    List<String> tree =
        List.of(
            "our:api:jar:1",
            "+- a:a:jar:1:compile",
            "|  \\- b:b:jar:1:compile",
            "\\- c:c:jar:1:runtime",
            "   +- d:d:jar:1:runtime",
            "   |  \\- e:e:jar:1:runtime");

    Dependencies dependencies = Dependencies.read(tree, "a.jar" + File.pathSeparator + "c.jar");

    assertThat(dependencies.direct()).isEqualTo(2);
    assertThat(dependencies.transitive()).isEqualTo(3);
    assertThat(dependencies.classPath()).containsExactly(Path.of("a.jar"), Path.of("c.jar"));
  }
}
