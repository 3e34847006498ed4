package cloud.finfusion.verification.generators;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ObjectSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectAccessorsTest {
  @TempDir Path folder;

  @Test
  void anAccessorOfObjectIsNamedByGeneration() throws IOException {
    Sources sources = new Sources(folder);
    Files.createDirectories(sources.model("Box").getParent());
    Files.writeString(
        sources.model("Box"),
        """
        package cloud.finfusion.model;
        import java.util.List;
        public final class Box {
          public Object anyThing() { return this; }
          public List<Object> list() { return List.of(); }
          public List<String> texts() { return List.of(); }
          public Object with(Object one) { return one; }
          public static Object of() { return new Box(); }
        }
        """);
    Compilation compiled = Compilation.of(sources, List.of(), folder.resolve("classes"));
    GeneratorOutput written =
        new GeneratorOutput(
            sources,
            new OpenAPI(),
            Map.of("Box", new GeneratorOutput.Named("box", new ObjectSchema())),
            List.of("box.any_thing: Object, as no type is said"));

    ObjectAccessors objects = new ObjectAccessors(written, compiled);

    assertThat(objects.all()).isEqualTo(2);
    assertThat(objects.unreported())
        .containsExactly(
            "Box.list(): java.util.List<java.lang.Object>, and generation did not say so");
  }
}
