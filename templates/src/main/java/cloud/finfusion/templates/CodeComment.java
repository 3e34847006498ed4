package cloud.finfusion.templates;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.Writer;

/** Makes code safe for a comment, which its text must not end. */
final class CodeComment implements Mustache.Lambda {
  @Override
  public void execute(Template.Fragment fragment, Writer out) throws IOException {
    out.write(fragment.execute().replace("*/", "*&#47;"));
  }
}
