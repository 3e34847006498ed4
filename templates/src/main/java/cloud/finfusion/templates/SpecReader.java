package cloud.finfusion.templates;

import cloud.finfusion.templates.file.DeclaredVersion;
import cloud.finfusion.templates.file.SpecCheck;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.extensions.SwaggerParserExtension;
import io.swagger.v3.parser.core.models.AuthorizationValue;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import io.swagger.v3.parser.util.DeserializationUtils;
import java.util.List;

/**
 * A parser beside those of OpenAPI Generator, which finds it through {@code META-INF/services}:
 * lifts their limit of size, and says what is wrong with a file that they cannot read.
 */
public final class SpecReader implements SwaggerParserExtension {
  /** Runs before any parser does. SnakeYAML's own limit, 3 MiB, is there for untrusted text. */
  public SpecReader() {
    DeserializationUtils.getOptions().setMaxYamlCodePoints(Integer.MAX_VALUE);
  }

  /** Called after the parser of OpenAPI 3 has failed, and before anything is generated. */
  @Override
  public SwaggerParseResult readLocation(
      String file, List<AuthorizationValue> auth, ParseOptions options) {
    DeclaredVersion.of(file).check();
    SpecCheck.check(file);
    throw unreadable(file, new OpenAPIV3Parser().readLocation(file, auth, options));
  }

  @Override
  public SwaggerParseResult readContents(
      String text, List<AuthorizationValue> auth, ParseOptions options) {
    throw unreadable("the text", new OpenAPIV3Parser().readContents(text, auth, options));
  }

  private static IllegalArgumentException unreadable(String file, SwaggerParseResult result) {
    return new IllegalArgumentException(
        file
            + ": expected a document of OpenAPI 3.0 or 3.1, got one that cannot be read: "
            + result.getMessages()
            + ". Correct it first");
  }
}
