package cloud.finfusion.templates;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.Writer;

/** Puts {@code @Nullable} where Java demands it: before the simple name of a type. */
final class NullableType implements Mustache.Lambda {

  /** {@code a.@Nullable Card} for {@code a.Card}. */
  static String of(String type) {
    return placed("@Nullable " + type);
  }

  private static String placed(String type) {
    return type.replaceFirst("^(@Nullable )((?:\\w+\\.)+)", "$2$1");
  }

  @Override
  public void execute(Template.Fragment fragment, Writer out) throws IOException {
    out.write(placed(fragment.execute()));
  }
}
