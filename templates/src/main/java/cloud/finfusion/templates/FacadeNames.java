package cloud.finfusion.templates;

import java.util.Set;
import java.util.stream.Stream;

/**
 * The names of facades.
 *
 * @param models the classes of all models, which facades import
 */
record FacadeNames(Set<String> models) {

  /** The facade of a tag, as {@code Payments}; another class may have its name. */
  String of(String resource) {
    boolean taken =
        Stream.of(resource, "Async" + resource)
            .anyMatch(name -> ClassNames.isTaken(name) || models.contains(name));
    return taken || resource.equals("Resources") ? resource + "Operations" : resource;
  }
}
