package cloud.finfusion.pipeline;

import cloud.finfusion.auth.Credential;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.internal.auth.EnvironmentRules;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * SIGN: reads the credential for each attempt, after every wait, so that one that changed is used.
 */
final class Sign implements Interceptor {
  private final Credential credential;
  private final Environment environment;
  private final KeyUse use;

  Sign(Credential credential, Environment environment, KeyUse use) {
    this.credential = credential;
    this.environment = environment;
    this.use = use;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    if (!Journey.of(request).operation().signed()) {
      return chain.proceed(request);
    }
    Response answer = chain.proceed(signed(request, Journey.of(request)));
    // An answer shows its request, to interceptors of a user's own and through raw().
    return answer.newBuilder().request(request).networkResponse(null).build();
  }

  private Request signed(Request request, Journey journey) throws IOException {
    String token = token(journey);
    journey.signed(token);
    use.of(journey, token);
    return request.newBuilder().header("Authorization", "Bearer " + token).build();
  }

  private String token(Journey journey) throws IOException {
    try {
      String token = credential.token();
      EnvironmentRules.check(environment, token);
      if (!token.matches("[\\x21-\\x7E]+")) {
        throw new ConfigurationException(
            "credential",
            "expected a token of visible ASCII characters, got another, perhaps with a line break. Trim it. Nothing was sent.");
      }
      return token;
    } catch (ConfigurationException typed) {
      throw new JourneyException(typed);
    } catch (FinFusionException refused) {
      throw new JourneyException(Failures.noToken(journey, refused));
    } catch (RuntimeException failure) {
      // Its message may hold the secret, so it is neither quoted nor kept.
      String type = failure.getClass().getSimpleName();
      throw new JourneyException(
          new ConfigurationException("credential", "it threw " + type + ". Nothing was sent."));
    }
  }
}
