package cloud.finfusion.verification.specdiff;

import static japicmp.model.JApiCompatibilityChangeType.METHOD_ADDED_TO_INTERFACE;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.cmp.JarArchiveComparatorOptions.OverrideCompatibilityChange;
import japicmp.config.Options;
import japicmp.filter.JavadocLikePackageFilter;
import japicmp.model.AccessModifier;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiSemanticVersionLevel;
import japicmp.output.OutputFilter;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What changed of the Java API, as japicmp sees it: models, Retrofit interfaces and facades.
 *
 * @param elements the classes and members that changed
 */
record JavaChanges(List<JavaChange> elements) {

  static JavaChanges between(JavaApi before, JavaApi after) {
    Options options = options();
    List<JApiClass> types =
        new ArrayList<>(
            new JarArchiveComparator(comparison(options)).compare(archive(before), archive(after)));
    new OutputFilter(options).filter(types);
    return new JavaChanges(types.stream().map(JavaChanges::of).flatMap(List::stream).toList());
  }

  Change change() {
    return verdict(elements);
  }

  private static Change verdict(List<JavaChange> changes) {
    return changes.stream().map(JavaChange::change).reduce(Change.NONE, Change::and);
  }

  private static JApiCmpArchive archive(JavaApi api) {
    return new JApiCmpArchive(api.jar().toFile(), "");
  }

  private static Options options() {
    Options options = Options.newDefault();
    options.setAccessModifier(Optional.of(AccessModifier.PROTECTED));
    options.setOutputOnlyModifications(true);
    return options;
  }

  private static JarArchiveComparatorOptions comparison(Options options) {
    JarArchiveComparatorOptions comparison = JarArchiveComparatorOptions.of(options);
    comparison.getClassPathEntries().addAll(List.of(JavaApi.classPath().split(File.pathSeparator)));
    // The runtime follows from the templates, not from the specification.
    comparison
        .getFilters()
        .getExcludes()
        .add(new JavadocLikePackageFilter("cloud.finfusion.runtime", false));
    // Retrofit implements the interfaces, nobody else does.
    comparison.addOverrideCompatibilityChange(
        new OverrideCompatibilityChange(
            METHOD_ADDED_TO_INTERFACE, true, true, JApiSemanticVersionLevel.MINOR));
    return comparison;
  }

  private static List<JavaChange> of(JApiClass type) {
    if (type.getChangeStatus() == JApiChangeStatus.UNCHANGED) {
      return List.of();
    }
    if (type.getChangeStatus() != JApiChangeStatus.MODIFIED) {
      return List.of(JavaChange.of(type));
    }
    List<JavaChange> changes = new ArrayList<>();
    type.getConstructors().forEach(each -> changes.add(JavaChange.of(type, each)));
    type.getMethods().forEach(each -> changes.add(JavaChange.of(type, each)));
    type.getFields().forEach(each -> changes.add(JavaChange.of(type, each)));
    JavaChange whole = JavaChange.of(type);
    if (verdict(changes).compareTo(whole.change()) < 0) {
      changes.add(whole); // its own line, or that of a superclass
    }
    return changes;
  }
}
