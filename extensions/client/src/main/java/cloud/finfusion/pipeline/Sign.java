package cloud.finfusion.pipeline;

import cloud.finfusion.Environment;
import cloud.finfusion.auth.Credential;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.FinFusionException;
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

  Sign(Credential credential, Environment environment) {
    this.credential = credential;
    this.environment = environment;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    if (Journey.of(request).operation().signed()) {
      request = signed(request);
    }
    return chain.proceed(request);
  }

  private Request signed(Request request) throws IOException {
    try {
      String token = credential.token();
      environment.check(token);
      if (!token.matches("[\\x21-\\x7E]+")) {
        throw new ConfigurationException(
            "credential",
            "expected a token of visible ASCII characters, got another, perhaps with a line break. Trim it. Nothing was sent.");
      }
      Journey.of(request).signed(token);
      return request.newBuilder().header("Authorization", "Bearer " + token).build();
    } catch (FinFusionException typed) {
      throw new JourneyException(typed);
    } catch (RuntimeException failure) {
      // Its message may hold the secret, so it is neither quoted nor kept.
      String type = failure.getClass().getSimpleName();
      throw new JourneyException(
          new ConfigurationException("credential", "it threw " + type + ". Nothing was sent."));
    }
  }
}
