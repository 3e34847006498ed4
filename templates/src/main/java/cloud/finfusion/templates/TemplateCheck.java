package cloud.finfusion.templates;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads all templates of a run before it starts, so that a broken one, or one that asks for a
 * variable of an older version, is a sentence with file and line: upstream names the schema that
 * was to be written, not the partial that is broken, and writes nothing for a variable that it does
 * not know.
 */
final class TemplateCheck {
  private static final Pattern TAG =
      Pattern.compile("\\{\\{\\{?(?<kind>[#^&>]?)\\s*(?<name>[\\w./-]+)\\s*}}");

  private final String own;
  private final String embedded;
  private final Set<String> read = new HashSet<>();

  /** Of those of a folder, and behind them those of a resource. */
  TemplateCheck(String own, String embedded) {
    this.own = own;
    this.embedded = embedded;
  }

  /**
   * Throws an IllegalArgumentException that says where a template or its partial is wrong, or which
   * file of the folder nothing asks for any more.
   */
  void check(Iterable<String> names) {
    checkFormerNames();
    names.forEach(name -> check(name, "the generator"));
  }

  private void checkFormerNames() {
    for (String name : FormerNames.templates()) {
      Path file = Path.of(own, name + ".mustache");
      if (Files.isRegularFile(file)) {
        throw former(file.toString(), "template " + name, FormerNames.ofTemplate(name));
      }
    }
  }

  private void check(String name, String asker) {
    if (!read.add(name)) {
      return;
    }
    Path file = Path.of(own, name);
    String place = Files.isRegularFile(file) ? file.toString() : embedded + "/" + name;
    String text = text(file, place);
    if (text == null) {
      throw new IllegalArgumentException(asker + ": expected a template " + name + ", got none");
    }
    parse(place, text);
    for (MatchResult each : TAG.matcher(text).results().toList()) {
      int line = 1 + (int) text.substring(0, each.start()).chars().filter(c -> c == '\n').count();
      checkTag(each.group(1), each.group(2), place + ":" + line);
    }
  }

  private void checkTag(String kind, String name, String place) {
    boolean partial = kind.equals(">");
    String now = partial ? FormerNames.ofTemplate(name) : FormerNames.ofVariable(name);
    if (now != null) {
      throw former(place, (partial ? "template " : "variable ") + name, now);
    }
    if (partial) {
      check(name + ".mustache", place);
    }
  }

  private static IllegalArgumentException former(String place, String asked, @Nullable String now) {
    return new IllegalArgumentException(
        "%s: the %s of older versions is %s now".formatted(place, asked, now));
  }

  private static void parse(String place, String text) {
    try {
      Mustache.compiler().compile(text);
    } catch (MustacheParseException broken) {
      String sentence = String.valueOf(broken.getMessage());
      throw new IllegalArgumentException(
          place + ":" + sentence.replaceFirst("(?s)^(.*) @ line (\\d+)$", "$2: $1"), broken);
    }
  }

  private static @Nullable String text(Path file, String place) {
    try (InputStream resource = FinFusionCodegen.class.getResourceAsStream("/" + place)) {
      if (Files.isRegularFile(file)) {
        return Files.readString(file);
      }
      return resource == null ? null : new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
