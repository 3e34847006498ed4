package cloud.finfusion.internal.libraries;

import java.net.URL;
import java.security.CodeSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A library that the SDK calls, and the oldest version that it works with. Whether a version is old
 * is asked of its code: manifests and poms are lost, or lie, where jars are merged.
 *
 * @param name its name in sentences
 * @param artifact what a build file calls it, group and artifact
 * @param oldest the oldest version that works
 * @param anchor a class that all versions have
 * @param probe uses what older versions lack
 */
record Library(
    String name, String artifact, String oldest, Supplier<Class<?>> anchor, Supplier<?> probe) {

  private static final Pattern JAR = Pattern.compile("[^/\\\\!]+\\.jar");

  /** Returns what is wrong with what the class path has of it, and what to do. */
  Optional<String> problem() {
    try {
      Objects.requireNonNull(probe.get());
      return Optional.empty();
    } catch (LinkageError lacking) {
      return Optional.of(sentence());
    }
  }

  private String sentence() {
    String found;
    try {
      found = found(String.valueOf(location(anchor.get())));
    } catch (LinkageError absent) {
      return "%s is not on the class path, and the FinFusion SDK needs %s or newer. Add %s."
          .formatted(name, oldest, artifact);
    }
    return "%s on the class path is too old for the FinFusion SDK, which needs %s or newer. Raise %s."
        .formatted(found, oldest, artifact);
  }

  private static @Nullable URL location(Class<?> found) {
    CodeSource source = found.getProtectionDomain().getCodeSource();
    return source == null ? null : source.getLocation();
  }

  /** The name with the version, or with the jar if another library's holds it. */
  String found(String location) {
    String jar =
        JAR.matcher(location)
            .results()
            .map(MatchResult::group)
            .reduce((outer, inner) -> inner)
            .orElse("");
    String own = artifact.substring(artifact.indexOf(':') + 1) + "-";
    if (jar.startsWith(own)) {
      return name + " " + jar.substring(own.length(), jar.length() - ".jar".length());
    }
    return jar.isEmpty() ? name : name + " of " + jar;
  }
}
