package cloud.finfusion.templates;

import cloud.finfusion.templates.FileParts.FilePart;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of the arguments that are files.
 *
 * @param files all files of an operation
 * @param ofPath the names of the arguments of its path
 */
record FileArguments(List<FilePart> files, Set<String> ofPath) {
  /**
   * What a file is called; a number follows if another file is called so in the specification, or
   * had the name first.
   */
  String of(FilePart file) {
    Map<FilePart, String> names = new LinkedHashMap<>();
    Set<String> given = new HashSet<>(ofPath);
    given.addAll(RetrofitPath.OWN);
    files.stream()
        .sorted(Comparator.comparing(each -> !name(each).equals(each.name())))
        .forEach(each -> names.put(each, IdentifierConflicts.numbered(name(each), given)));
    return names.getOrDefault(file, name(file));
  }

  private String name(FilePart file) {
    String name = file.argument();
    return RetrofitPath.OWN.contains(name) || ofPath.contains(name) ? name + "File" : name;
  }
}
