package cloud.finfusion.internal.transport;

import cloud.finfusion.runtime.InvalidArgumentException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Request;
import retrofit2.Call;

/** Makes the request of a call; arguments that Retrofit or a converter refuses are typed errors. */
final class CallRequest {
  private static final Pattern NULL_ARGUMENT =
      Pattern.compile("parameter (?:\"([^\"]+)\" )?value must not be null");

  /** What OkHttp says of a body of several parts that has none, the one state Retrofit refuses. */
  private static final String NO_PART = "Multipart body must have at least one part.";

  private CallRequest() {}

  /**
   * Makes the request, which is when Retrofit checks the arguments.
   *
   * @param operation the operation's name, for the error
   */
  static Request of(Call<?> call, String operation) {
    try {
      return call.request();
    } catch (InvalidArgumentException known) {
      throw new InvalidArgumentException(operation + " " + known.field(), known.problem());
    } catch (IllegalArgumentException refused) {
      throw mistake(operation, firstLine(refused));
    } catch (IllegalStateException refused) {
      throw NO_PART.equals(refused.getMessage()) ? withoutParts(operation) : refused;
    }
  }

  private static InvalidArgumentException withoutParts(String operation) {
    return new InvalidArgumentException(
        operation, "expected at least one part, got none. Give one a value");
  }

  /**
   * Returns the error of a wrong argument. Of a null argument Retrofit knows the kind, and the name
   * only in a path.
   */
  private static InvalidArgumentException mistake(String operation, String problem) {
    Matcher isNull = NULL_ARGUMENT.matcher(problem);
    if (!isNull.find()) {
      return new InvalidArgumentException(operation, problem);
    }
    String argument = isNull.group(1) == null ? "params" : isNull.group(1);
    return new InvalidArgumentException(
        operation + " " + argument, "expected a value, got null. Give it one");
  }

  /**
   * Returns the first line of Retrofit's message, which says which argument is wrong; the second
   * names the method.
   */
  private static String firstLine(IllegalArgumentException refused) {
    return String.valueOf(refused.getMessage()).lines().findFirst().orElse("an argument is wrong");
  }
}
