package cloud.finfusion.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A Lua script of one key, which Redis executes as one step. It is sent by its digest; a Redis that
 * does not know it, as after a restart, is sent the text.
 */
final class Script {
  private final String text;
  private final String digest;

  private Script(String text) {
    this.text = text;
    this.digest = digest(text);
  }

  /** Reads a script beside this class. */
  static Script read(String name) {
    try (InputStream in = Objects.requireNonNull(Script.class.getResourceAsStream(name))) {
      return new Script(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Redis names scripts by SHA-1. */
  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException each) {
      throw new IllegalStateException(each); // each Java has it
    }
  }

  /** Sends the script. */
  <T> CompletionStage<T> send(
      RedisClusterAsyncCommands<String, String> commands,
      ScriptOutputType type,
      String key,
      String... arguments) {
    String[] keys = {key};
    CompletionStage<T> byDigest = commands.evalsha(digest, type, keys, arguments);
    return byDigest.exceptionallyCompose(
        failure ->
            RedisFailures.cause(failure) instanceof RedisNoScriptException
                ? commands.eval(text, type, keys, arguments)
                : CompletableFuture.failedStage(failure));
  }
}
