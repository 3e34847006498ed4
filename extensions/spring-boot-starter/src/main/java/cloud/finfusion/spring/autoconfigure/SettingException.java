package cloud.finfusion.spring.autoconfigure;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.util.function.Supplier;

/** A setting of a client that cannot work, with the prefix of that client's properties. */
final class SettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String property;
  private final String problem;
  private final boolean ofEnvironment;

  private SettingException(String property, String problem, RuntimeException cause) {
    super(property + ": " + problem, cause);
    this.property = property;
    this.problem = first(problem);
    this.ofEnvironment = problem.endsWith("the environment.");
  }

  /** Makes what is described by the properties below this prefix. */
  static <T> T naming(String prefix, Supplier<T> described) {
    try {
      return described.get();
    } catch (InvalidArgumentException wrong) {
      throw new SettingException(
          SettingNames.property(prefix, wrong.field()), wrong.problem(), wrong);
    } catch (ConfigurationException wrong) {
      throw new SettingException(
          SettingNames.property(prefix, wrong.operation()), problem(wrong), wrong);
    }
  }

  /** The message without the setting that it begins with. */
  private static String problem(FinFusionException wrong) {
    String message = String.valueOf(wrong.getMessage());
    String start = wrong.operation() + ": ";
    return message.startsWith(start) ? message.substring(start.length()) : message;
  }

  /** The first sentence; the others say which method of a builder to call. */
  private static String first(String sentences) {
    int end = sentences.indexOf(". ");
    return end < 0 ? sentences : sentences.substring(0, end + 1);
  }

  /** The property, as {@code finfusion.clients.eu.retry.max-delay}. */
  String property() {
    return property;
  }

  /** What was expected and what was got; it holds no secret. */
  String problem() {
    return problem;
  }

  /** Whether the environment may be what is wrong. */
  boolean ofEnvironment() {
    return ofEnvironment;
  }
}
