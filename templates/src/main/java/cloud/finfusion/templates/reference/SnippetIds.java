package cloud.finfusion.templates.reference;

import cloud.finfusion.templates.view.SnippetView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openapitools.codegen.utils.CamelizeOption;
import org.openapitools.codegen.utils.StringUtils;

/** The ids that a snippet uses: variables, so that it runs where other things exist. */
final class SnippetIds {
  private final Set<String> examples;
  private final Map<String, SnippetView.Id> byVariable = new LinkedHashMap<>();

  /** The examples are those of all parameters of paths. */
  SnippetIds(Set<String> examples) {
    this.examples = examples;
  }

  /** Whether a text is the id of something: its name says so, or a path has the same. */
  boolean isId(String field, String example) {
    return field.equals("id")
        || field.endsWith("_id")
        || field.endsWith("Id")
        || examples.contains(example);
  }

  /** Returns the variable of an id; the same field with the same example is the same variable. */
  String variable(String field, String example) {
    String name = StringUtils.camelize(field, CamelizeOption.LOWERCASE_FIRST_LETTER);
    return variable(name, field, example);
  }

  String variable(String name, String field, String example) {
    String literal = Literals.text(example);
    String free = name;
    for (int i = 2; !isOf(free, literal); i++) {
      free = name + i;
    }
    byVariable.putIfAbsent(free, new SnippetView.Id(free, field, literal));
    return free;
  }

  private boolean isOf(String name, String literal) {
    SnippetView.Id taken = byVariable.get(name);
    return taken == null || taken.literal().equals(literal);
  }

  List<SnippetView.Id> all() {
    return new ArrayList<>(byVariable.values());
  }
}
