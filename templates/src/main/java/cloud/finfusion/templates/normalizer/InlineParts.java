package cloud.finfusion.templates.normalizer;

import cloud.finfusion.templates.spec.DeclaredOperation;
import cloud.finfusion.templates.spec.MultipartBodies;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.MediaType;
import java.util.stream.Stream;

/** Marks the bodies of several parts whose schema stands in their operation. */
public final class InlineParts {
  private static final String INLINE = "x-inline";

  private InlineParts() {}

  /** Joins their fields and marks them, before upstream names their schemas. */
  static void mark(OpenAPI openAPI) {
    bodies(openAPI).forEach(new JoinedParts(openAPI)::join);
    bodies(openAPI)
        .filter(media -> media.getSchema().get$ref() == null)
        .forEach(media -> media.addExtension(INLINE, true));
  }

  private static Stream<MediaType> bodies(OpenAPI openAPI) {
    return DeclaredOperation.all(openAPI)
        .flatMap(each -> new MultipartBodies(openAPI).of(each.operation()).stream());
  }

  /** Whether the schema of a body stood in its operation. */
  public static boolean isMarked(MediaType media) {
    return media.getExtensions() != null && media.getExtensions().containsKey(INLINE);
  }
}
