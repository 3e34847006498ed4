package cloud.finfusion.auth;

import cloud.finfusion.runtime.InvalidArgumentException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where an API key may be found. It is read for each attempt, so implementations return at
 * once and are thread-safe. A lambda will do. {@code toString} names the place, for errors.
 */
@FunctionalInterface
public interface KeySource {
  /** Returns the key; null if there is none in this place. */
  @Nullable String key();

  /** An environment variable. Blank counts as not set. */
  static KeySource environmentVariable(String name) {
    InvalidArgumentException.unlessPresent("environmentVariable", name);
    return new NamedKeySource("environment variable", name, System::getenv);
  }

  /** A system property of the Java virtual machine. Blank counts as not set. */
  static KeySource systemProperty(String name) {
    InvalidArgumentException.unlessPresent("systemProperty", name);
    return new NamedKeySource("system property", name, System::getProperty);
  }

  /**
   * A file that holds the key and nothing else, as a mounted secret does; white space around the
   * key is ignored. The file is read again when it changes. If it cannot be read any more, the last
   * key stays in use and a warning is logged once.
   */
  static KeySource file(Path path) {
    InvalidArgumentException.unlessPresent("file", path);
    return new FileKeySource(path);
  }

  /** The first of several places, in this order, that has a key. */
  static KeySource firstOf(KeySource... inOrder) {
    InvalidArgumentException.unlessPresent("firstOf", inOrder);
    for (KeySource each : inOrder) {
      InvalidArgumentException.unlessPresent("firstOf", each);
    }
    return new FirstKeySource(List.of(inOrder));
  }
}
