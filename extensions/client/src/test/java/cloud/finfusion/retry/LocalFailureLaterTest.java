package cloud.finfusion.retry;

import static cloud.finfusion.testing.FakeServer.dropped;
import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.auth.Credential;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.call.Idempotency;
import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.CircuitOpenException;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.error.TokenUnavailableException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What fails in this program at a later attempt does not hide what the earlier ones came to. */
class LocalFailureLaterTest {
  private static final CallOptions KEYED = CallOptions.builder().idempotencyKey("order-17").build();

  @AutoClose private final FakeServer server = new FakeServer();

  /** What is called, and how. */
  enum Kind {
    READ {
      @Override
      void make(Calls calls) {
        calls.payment("pay_1");
      }
    },
    KEYED_WRITE {
      @Override
      void make(Calls calls) {
        calls.capture("pay_1", KEYED);
      }
    },
    UNKEYED_WRITE {
      @Override
      void make(Calls calls) {
        calls.capture("pay_1", CallOptions.none());
      }
    };

    abstract void make(Calls calls);
  }

  /** What fails at the second attempt. */
  enum Faulty {
    CREDENTIAL {
      @Override
      FinFusion.Builder in(FinFusion.Builder client, Runnable eachAttempt) {
        Credential credential =
            () -> {
              eachAttempt.run();
              return Samples.KEY;
            };
        return client.credential(credential);
      }
    },
    TOKEN {
      @Override
      FinFusion.Builder in(FinFusion.Builder client, Runnable eachAttempt) {
        Credential credential =
            () -> {
              try {
                eachAttempt.run();
              } catch (IllegalStateException failed) {
                CallFacts facts =
                    new CallFacts("tokens.create", Outcome.NOT_SENT, false, 0, Duration.ZERO, null);
                throw new CircuitOpenException(facts, Duration.ofSeconds(1), null);
              }
              return Samples.KEY;
            };
        return client.credential(credential);
      }

      @Override
      Class<?> error() {
        return TokenUnavailableException.class;
      }
    },
    INTERCEPTOR {
      @Override
      FinFusion.Builder in(FinFusion.Builder client, Runnable eachAttempt) {
        OkHttpClient.Builder base =
            new OkHttpClient.Builder()
                .addInterceptor(
                    chain -> {
                      eachAttempt.run();
                      return chain.proceed(chain.request());
                    });
        return client.httpClient(base.build());
      }
    };

    abstract FinFusion.Builder in(FinFusion.Builder client, Runnable eachAttempt);

    Class<?> error() {
      return ConfigurationException.class;
    }
  }

  /** The end in words, and the requests that were sent. */
  private static final String TABLE =
      """
      READ          | 503             | unknown after 2, 1 request
      READ          | 503 Retry-After | refused after 2, 1 request
      READ          | cut off         | unknown after 2, 1 request
      KEYED_WRITE   | 503             | unknown with order-17 after 2, 1 request
      KEYED_WRITE   | 503 Retry-After | refused after 2, 1 request
      KEYED_WRITE   | cut off         | unknown with order-17 after 2, 1 request
      UNKEYED_WRITE | 503             | unknown with null after 1, 1 request
      UNKEYED_WRITE | 503 Retry-After | refused after 2, 1 request
      UNKEYED_WRITE | cut off         | unknown with null after 1, 1 request
      """;

  static Stream<Arguments> rows() {
    return TABLE.lines().map(row -> row.split(" *\\| ")).flatMap(LocalFailureLaterTest::row);
  }

  private static Stream<Arguments> row(String[] row) {
    return Stream.of(BlockingOrAsync.values())
        .flatMap(
            mode ->
                Stream.of(Faulty.values())
                    .map(each -> Arguments.of(Kind.valueOf(row[0]), row[1], each, mode, row[2])));
  }

  @ParameterizedTest(name = "{0} after {1}, then the {2} throws, {3}: {4}")
  @MethodSource("rows")
  void theEndIsOfAllAttempts(
      Kind kind, String first, Faulty faulty, BlockingOrAsync mode, String expected) {
    server.responds(response(first), json(Samples.PAYMENT));
    FinFusion.Builder client = TestClients.of(server);
    if (kind == Kind.UNKEYED_WRITE) {
      client.idempotency(Idempotency.OFF);
    }
    try (Calls calls = new Calls(faulty.in(client, this::failLater).build(), mode)) {
      FinFusionException error =
          catchThrowableOfType(FinFusionException.class, () -> kind.make(calls));

      assertThat(end(error)).isEqualTo(expected);
      if (error.attempts() > 1) {
        assertThat(reason(error)).isExactlyInstanceOf(faulty.error());
      }
      assertThat(error.getMessage()).doesNotContain("CANARY", "Nothing was sent.");
    }
  }

  private static MockResponse response(String first) {
    return switch (first) {
      case "503" -> status(503);
      case "503 Retry-After" -> status(503, "Retry-After", "1");
      default -> dropped();
    };
  }

  /** Throws when a request is there already. */
  private void failLater() {
    if (!server.requests().isEmpty()) {
      throw new IllegalStateException("CANARY");
    }
  }

  private String end(FinFusionException error) {
    assertThat(reason(error).outcome()).isEqualTo(error.outcome());
    assertThat(reason(error).attempts()).isEqualTo(error.attempts());
    String key =
        error instanceof OutcomeUnknownException unknown ? " with " + unknown.idempotencyKey() : "";
    return error.outcome().name().toLowerCase(Locale.ROOT)
        + key
        + (" after " + error.attempts())
        + (", " + server.requests().size() + " request");
  }

  private static FinFusionException reason(FinFusionException error) {
    return error instanceof OutcomeUnknownException
        ? (FinFusionException) Objects.requireNonNull(error.getCause())
        : error;
  }
}
