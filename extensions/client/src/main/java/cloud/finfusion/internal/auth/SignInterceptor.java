package cloud.finfusion.internal.auth;

import cloud.finfusion.auth.Credential;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.TokenUnavailableException;
import cloud.finfusion.internal.call.Attempt;
import cloud.finfusion.internal.call.CallContext;
import cloud.finfusion.internal.check.ThisMachine;
import cloud.finfusion.internal.check.VisibleAscii;
import cloud.finfusion.internal.credential.Signer;
import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.internal.loop.LocalFailure;
import java.io.IOException;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * SIGN: reads the credential for each attempt, after all waits, so that a changed token is used.
 */
public final class SignInterceptor implements Interceptor {
  private final Environment environment;
  private final KeyUse use;

  /** Signs with the keys of an environment. */
  public SignInterceptor(Environment environment, KeyUse use) {
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
    refusePlainText(request.url());
    Signer signer = context.operation().signer();
    String token = token(context, signer.credential());
    List<String> values = signer.split(token);
    for (int i = 0; i < values.size(); i++) { // without an iterator, for each attempt
      if (!VisibleAscii.is(values.get(i))) {
        throw unusable(context, "another, perhaps with a line break");
      }
      checkEnvironment(values.get(i), signer.setting());
    }
    context.signedWith(token);
    use.of(context, token);
    return signer.signed(request, values);
  }

  @SuppressWarnings("NullAway") // a caller's credential may break its contract and return null
  private static String token(CallContext context, Credential credential) throws LocalFailure {
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
      Guard.keepInterrupt(thrown);
      // The message may hold the secret, so it is neither quoted nor kept.
      String simple = thrown.getClass().getSimpleName();
      String type = simple.isEmpty() ? thrown.getClass().getName() : simple;
      throw refusal(context, "it threw " + type + ".");
    }
    if (token == null || token.isEmpty()) {
      throw unusable(context, "none");
    }
    return token;
  }

  /** An operation may have a server of its own, which no setting of the client names. */
  private static void refusePlainText(HttpUrl url) throws LocalFailure {
    if (!url.isHttps() && !ThisMachine.is(url.host())) {
      throw new LocalFailure(
          new ConfigurationException(
              "servers",
              "expected https, or http to this machine, for an operation that is signed, got http"
                  + " to another host. Correct the operation's servers. Nothing was sent."));
    }
  }

  private void checkEnvironment(String token, String setting) throws LocalFailure {
    try {
      EnvironmentRules.check(environment, token, setting, "environment");
    } catch (ConfigurationException typed) {
      throw new LocalFailure(typed);
    }
  }

  private static LocalFailure unusable(CallContext context, String got) {
    return refusal(
        context, "expected a token of visible ASCII characters, got " + got + ". Trim it.");
  }

  private static LocalFailure refusal(CallContext context, String sentence) {
    String sent = context.attempts() > 1 ? " Nothing was sent this time." : " Nothing was sent.";
    return new LocalFailure(new ConfigurationException("credential", sentence + sent));
  }
}
