package cloud.finfusion.redis;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import redis.embedded.core.ExecutableProvider;

/** Finds a Redis: the machine's own, else the one of a library. */
final class RedisExecutable {
  private static final Path SERVER = find();

  private RedisExecutable() {}

  /** Returns the server, which is a sentinel too with {@code --sentinel}. */
  static String server() {
    return SERVER.toString();
  }

  private static Path find() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, "redis-server"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(RedisExecutable::ofLibrary);
  }

  private static Path ofLibrary() {
    try {
      return ExecutableProvider.newJarResourceProvider().get().toPath();
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }
}
