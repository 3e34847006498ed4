package cloud.finfusion.templates;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/** Makes the specification's Markdown safe to stand in a Javadoc comment. */
final class Javadoc implements Mustache.Lambda {
  private static final Pattern CODE = Pattern.compile("`([^`]*)`");

  @Override
  public void execute(Template.Fragment fragment, Writer out) throws IOException {
    out.write(escape(fragment.execute()));
  }

  static String escape(String markdown) {
    String text =
        markdown
            .strip()
            .replace("\\\"", "\"")
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("@", "&#64;")
            .replace("*/", "*&#47;")
            .replace("\\u", "&#92;u");
    return CODE.matcher(text).replaceAll("<code>$1</code>");
  }
}
