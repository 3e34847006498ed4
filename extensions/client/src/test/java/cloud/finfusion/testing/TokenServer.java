package cloud.finfusion.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * Issues tokens tok_1, tok_2 and so on, and serves other requests with the latest token or one of a
 * set of keys.
 */
public final class TokenServer implements AutoCloseable {
  private final MockWebServer server = new MockWebServer();
  private final List<String> grants = new CopyOnWriteArrayList<>();
  private final List<String> signatures = new CopyOnWriteArrayList<>();
  private final Semaphore mayIssue = new Semaphore(1000);
  private volatile List<String> accepted = List.of();
  private volatile MockResponse refusal = issued("");
  private volatile boolean refuses;
  private volatile String more = ",\"expires_in\":3600";

  public TokenServer() {
    server.setServerSocketFactory(new NoDelaySockets());
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            return request.getTarget().equals("/oauth/token") ? token(request) : response(request);
          }
        });
    try {
      server.start();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private MockResponse token(RecordedRequest request) throws InterruptedException {
    String body = request.getBody() == null ? "" : request.getBody().utf8();
    grants.add(body);
    mayIssue.acquire();
    if (refuses) {
      return refusal;
    }
    String token = "tok_" + grants.size();
    accepted = List.of(token);
    return issued(token);
  }

  private MockResponse issued(String token) {
    return FakeServer.json(
        "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\"" + more + "}");
  }

  private MockResponse response(RecordedRequest request) {
    String authorization = request.getHeaders().get("Authorization");
    String token = authorization == null ? "" : authorization.substring("Bearer ".length());
    signatures.add(token);
    if (!accepted.contains(token)) {
      return FakeServer.status(401);
    }
    boolean payment = request.getTarget().startsWith("/v2/payments");
    return FakeServer.json(payment ? Samples.PAYMENT : Samples.CUSTOMER);
  }

  /** Adds fields to the token response, as {@code ,"expires_in":60}. */
  public TokenServer with(String fields) {
    more = fields;
    return this;
  }

  public TokenServer accepts(String... keys) {
    accepted = List.of(keys);
    return this;
  }

  /** Responds to token requests with this from now on. */
  public TokenServer refusesTokens(MockResponse with) {
    refusal = with;
    refuses = true;
    return this;
  }

  public TokenServer issuesTokensAgain() {
    refuses = false;
    return this;
  }

  /** Keeps token requests waiting. */
  public void hold() {
    mayIssue.drainPermits();
  }

  public void release() {
    mayIssue.release(1000);
  }

  /** The bodies of all token requests. */
  public List<String> grants() {
    return List.copyOf(grants);
  }

  /** What all other requests were signed with. */
  public List<String> signatures() {
    return List.copyOf(signatures);
  }

  public URI uri() {
    return server.url("/").uri();
  }

  @Override
  public void close() {
    release();
    server.close();
  }
}
