package cloud.finfusion.internal.auth;

import cloud.finfusion.auth.Credential;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.TokenUnavailableException;
import cloud.finfusion.internal.call.Attempt;
import cloud.finfusion.internal.call.CallContext;
import cloud.finfusion.internal.loop.LocalFailure;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * SIGN: reads the credential for each attempt, after all waits, so that a changed token is used.
 */
public final class SignInterceptor implements Interceptor {
  private final transient Credential credential;
  private final Environment environment;
  private final KeyUse use;

  /** Signs with this credential. */
  public SignInterceptor(Credential credential, Environment environment, KeyUse use) {
    this.credential = credential;
    this.environment = environment;
    this.use = use;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    CallContext context = Attempt.of(request).context();
    return chain.proceed(context.operation().signed() ? signed(request, context) : request);
  }

  private Request signed(Request request, CallContext context) throws IOException {
    String token = token(context);
    context.signedWith(token);
    use.of(context, token);
    return request.newBuilder().header("Authorization", "Bearer " + token).build();
  }

  private String token(CallContext context) throws LocalFailure {
    String token;
    try {
      token = credential.token();
    } catch (ConfigurationException typed) {
      throw new LocalFailure(typed);
    } catch (FinFusionException refused) {
      throw new LocalFailure(
          new TokenUnavailableException(
              context.facts(Outcome.NOT_SENT, refused.retryable(), null), refused));
    } catch (Throwable thrown) {
      // The message may hold the secret, so it is neither quoted nor kept.
      String simple = thrown.getClass().getSimpleName();
      String type = simple.isEmpty() ? thrown.getClass().getName() : simple;
      throw refusal(context, "it threw " + type + ".");
    }
    checkForm(context, token);
    checkEnvironment(token);
    return token;
  }

  private void checkEnvironment(String token) throws LocalFailure {
    try {
      EnvironmentRules.check(environment, token);
    } catch (ConfigurationException typed) {
      throw new LocalFailure(typed);
    }
  }

  @SuppressWarnings("NullAway") // a caller's credential may break its contract and return null
  private static void checkForm(CallContext context, String token) throws LocalFailure {
    if (token == null || token.isEmpty() || !isVisible(token)) {
      throw refusal(
          context,
          "expected a token of visible ASCII characters, got "
              + (token == null || token.isEmpty() ? "none" : "another, perhaps with a line break")
              + ". Trim it.");
    }
  }

  private static boolean isVisible(String token) {
    for (int i = 0; i < token.length(); i++) {
      if (token.charAt(i) < 0x21 || token.charAt(i) > 0x7E) {
        return false;
      }
    }
    return true;
  }

  private static LocalFailure refusal(CallContext context, String sentence) {
    String sent = context.attempts() > 1 ? " Nothing was sent this time." : " Nothing was sent.";
    return new LocalFailure(new ConfigurationException("credential", sentence + sent));
  }
}
