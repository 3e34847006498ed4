package cloud.finfusion.foreign;

import static cloud.finfusion.foreign.ForeignRow.ends;
import static cloud.finfusion.foreign.ForeignRow.unchanged;

import cloud.finfusion.model.Event;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Thrower;
import cloud.finfusion.webhook.ReplayGuard;
import cloud.finfusion.webhook.SignatureScheme;
import cloud.finfusion.webhook.WebhookHandler;
import cloud.finfusion.webhook.WebhookVerifier;
import cloud.finfusion.webhook.WebhookVerifierBuilder;
import cloud.finfusion.webhook.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Schemes, guards, clocks and handlers of webhooks that throw. */
final class ForeignWebhooks {
  private static final String SECRET = "whsec_CANARY_5f2b8c1e9a7d4036";
  private static final long NOW = 1_700_000_000;
  private static final byte[] BODY =
      ("{\"id\":\"evt_1\",\"type\":\"invoice.paid\",\"created\":" + NOW + "}")
          .getBytes(StandardCharsets.UTF_8);
  private static final String TYPED = "ConfigurationException not_sent";

  /** Of a handler; and of a verifier's two methods. */
  private static final String MISTAKE = "500, then 200; " + TYPED + "; " + TYPED;

  private ForeignWebhooks() {}

  static List<ForeignRow> rows() {
    return List.of(
        ends("SignatureScheme.signer", TYPED, scheme("signer")),
        ends("SignatureScheme.signatures", MISTAKE, scheme("signatures")),
        ends("SignatureScheme.Signer.sign", MISTAKE, scheme("sign")),
        ends("WebhookVerifierBuilder.clock(InstantSource)", MISTAKE, with(ForeignWebhooks::clock)),
        ends("ReplayGuard.claim", "500, then 200; done; its own", guard("claim")),
        unchanged("ReplayGuard.handled", guard("handled")),
        unchanged("ReplayGuard.release", ForeignWebhooks::released),
        ends("WebhookHandler.Builder.on(Consumer)", "500, then 200", ForeignWebhooks::typed),
        ends("WebhookHandler.Builder.onOther(Consumer)", "500, then 200", ForeignWebhooks::other));
  }

  private static ForeignRow.Scenario scheme(String method) {
    return with((verifier, thrower) -> verifier.scheme(new Scheme(method, thrower)));
  }

  private static ForeignRow.Scenario guard(String method) {
    return with((verifier, thrower) -> verifier.replayGuard(new Guard(method, thrower)));
  }

  private static void clock(WebhookVerifierBuilder verifier, Thrower thrower) {
    verifier.clock(() -> thrower.or(Instant.ofEpochSecond(NOW)));
  }

  private static WebhookVerifierBuilder builder() {
    return WebhookVerifier.builder().secrets(SECRET).clock(() -> Instant.ofEpochSecond(NOW));
  }

  private static ForeignRow.Scenario with(BiConsumer<WebhookVerifierBuilder, Thrower> code) {
    return (thrower, mode) -> {
      WebhookVerifierBuilder builder = builder();
      code.accept(builder, thrower);
      String end = ForeignCall.end(builder::build, thrower);
      return end.equals("done") ? all(builder.build(), thrower) : end;
    };
  }

  private static String all(WebhookVerifier verifier, Thrower thrower) {
    String signature = Webhooks.sign(BODY, NOW, SECRET);
    String time = Long.toString(NOW);
    return handled(WebhookHandler.builder(verifier).build(), thrower)
        + "; "
        + ForeignCall.end(() -> verifier.verifySignature(BODY, signature, time), thrower)
        + "; "
        + ForeignCall.own(() -> verifier.constructEvent(BODY, headers()), thrower);
  }

  /** The status while it throws, and afterwards. */
  private static String handled(WebhookHandler handler, Thrower thrower) {
    thrower.arm(true);
    int status = handler.handle(BODY, headers()).status();
    thrower.arm(false);
    return status + ", then " + handler.handle(BODY, headers()).status();
  }

  private static Map<String, List<String>> headers() {
    return Map.of(
        "x-finfusion-signature",
        List.of(Webhooks.sign(BODY, NOW, SECRET)),
        "x-finfusion-timestamp",
        List.of(Long.toString(NOW)));
  }

  private static String released(Thrower thrower, BlockingOrAsync mode) {
    AtomicInteger times = new AtomicInteger();
    WebhookVerifier verifier = builder().replayGuard(new Guard("release", thrower)).build();
    WebhookHandler.Builder failingOnce =
        WebhookHandler.builder(verifier)
            .onOther(
                event -> {
                  if (times.incrementAndGet() == 1) {
                    throw new IllegalStateException("the database is away");
                  }
                });
    return handled(failingOnce.build(), thrower);
  }

  private static String typed(Thrower thrower, BlockingOrAsync mode) {
    return handled(
        WebhookHandler.builder(builder().build())
            .on(Event.Unknown.class, event -> thrower.run())
            .build(),
        thrower);
  }

  private static String other(Thrower thrower, BlockingOrAsync mode) {
    return handled(
        WebhookHandler.builder(builder().build()).onOther(event -> thrower.run()).build(), thrower);
  }

  /** The assumed scheme, which throws in one of its methods. */
  private record Scheme(String method, Thrower thrower) implements SignatureScheme {
    private static final SignatureScheme ASSUMED = SignatureScheme.hmacSha256();

    private <T> T at(String name, T otherwise) {
      return name.equals(method) ? thrower.or(otherwise) : otherwise;
    }

    @Override
    public Signer signer(String secret) {
      Signer signer = at("signer", ASSUMED.signer(secret));
      return (byte[] body, @Nullable String time) -> at("sign", signer.sign(body, time));
    }

    @Override
    public List<byte[]> signatures(String header) {
      return at("signatures", ASSUMED.signatures(header));
    }

    @Override
    public String header(byte[] signature) {
      return ASSUMED.header(signature);
    }
  }

  /** A guard to which each event is new, and which throws in one of its methods. */
  private record Guard(String method, Thrower thrower) implements ReplayGuard {
    private <T> T at(String name, T otherwise) {
      return name.equals(method) ? thrower.or(otherwise) : otherwise;
    }

    @Override
    public Claim claim(String eventId) {
      return at("claim", Claim.CLAIMED);
    }

    @Override
    public void handled(String eventId) {
      at("handled", eventId);
    }

    @Override
    public void release(String eventId) {
      at("release", eventId);
    }
  }
}
