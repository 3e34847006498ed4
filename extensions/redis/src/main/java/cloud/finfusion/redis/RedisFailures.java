package cloud.finfusion.redis;

import io.lettuce.core.RedisCommandExecutionException;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Describes failures of Redis without their messages, which may hold an address or a password. */
final class RedisFailures {
  /** The first word of an error response is its code, as {@code READONLY}. */
  private static final Pattern CODE = Pattern.compile("([A-Z]{2,20}) .*", Pattern.DOTALL);

  private RedisFailures() {}

  static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException wrapper && wrapper.getCause() != null
        ? wrapper.getCause()
        : failure;
  }

  /** Returns the class of a failure and the code of an error response. */
  static String describe(Throwable failure) {
    Throwable cause = cause(failure);
    String name = cause.getClass().getSimpleName();
    Matcher code = CODE.matcher(String.valueOf(cause.getMessage()));
    return cause instanceof RedisCommandExecutionException && code.matches()
        ? name + " " + code.group(1)
        : name;
  }
}
