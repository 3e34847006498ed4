package cloud.finfusion.templates.wire;

import cloud.finfusion.templates.reference.NoExampleException;
import cloud.finfusion.templates.reference.Snippets;
import cloud.finfusion.templates.reference.SpecOperation;
import cloud.finfusion.templates.view.OperationView;
import cloud.finfusion.templates.view.TagView;
import cloud.finfusion.templates.view.WireView;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.OperationsMap;

/**
 * Adds to each operation what its wire tests are made of.
 *
 * @param published whether the facades are methods of the published client
 */
public record WireViews(OpenAPI openAPI, List<ModelMap> models, boolean published) {

  /** Copies the list. */
  public WireViews {
    models = List.copyOf(models);
  }

  /** Adds a view to each operation of a tag; they have those of the facades already. */
  public void describe(OperationsMap group) {
    if (group.get("tag") instanceof TagView tag) {
      Facades facades = published ? Facades.published(tag) : Facades.own(tag);
      Snippets snippets = Snippets.of(openAPI, models, facades.blocking());
      Set<String> taken = takenNames(snippets);
      for (CodegenOperation each : group.getOperations().getOperation()) {
        if (each.vendorExtensions.get("view") instanceof OperationView view) {
          SpecOperation spec = SpecOperation.of(openAPI, each);
          String test = free(view.method(), taken);
          each.vendorExtensions.put(
              "wire", view(test, new OperationTests(each, view, spec, facades), snippets));
        }
      }
    }
  }

  private static Set<String> takenNames(Snippets snippets) {
    return snippets.byClass().keySet().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** A class file has the name too, which not every file system tells from one in upper case. */
  private static String free(String method, Set<String> taken) {
    String name = Character.toUpperCase(method.charAt(0)) + method.substring(1);
    String free = name + "Test";
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = name + i + "Test";
    }
    return free;
  }

  private static WireView view(String test, OperationTests tests, Snippets snippets) {
    try {
      return tests.view(test, snippets);
    } catch (NoExampleException missing) {
      return WireView.without(test, String.valueOf(missing.getMessage()));
    }
  }
}
