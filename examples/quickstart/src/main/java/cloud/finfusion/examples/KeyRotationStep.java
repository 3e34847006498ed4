package cloud.finfusion.examples;

import cloud.finfusion.FinFusion;
import cloud.finfusion.auth.RotatingKey;
import cloud.finfusion.model.ApiKey;
import cloud.finfusion.model.ApiKeyCreateParams;
import cloud.finfusion.model.ApiKeyRotateParams;
import cloud.finfusion.model.ApiKeyType;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Replaces the key of a client whose calls are under way; none of them fails. */
final class KeyRotationStep {
  private static final int CALLS = 100;

  private final URI api;
  private final FinFusion admin;
  private final Tour tour;

  KeyRotationStep(URI api, FinFusion admin, Tour tour) {
    this.api = api;
    this.admin = admin;
    this.tour = tour;
  }

  String run() {
    ApiKey first =
        admin
            .apiKeys()
            .create(ApiKeyCreateParams.builder().name("shop").type(ApiKeyType.DEVELOPMENT).build());
    RotatingKey key = RotatingKey.of(secretOf(first));
    try (FinFusion client = FinFusion.builder().credential(key).baseUrl(api).retries(0).build()) {
      List<CompletableFuture<?>> before = calls(client);
      ApiKey second = client.apiKeys().rotate(first.id(), twoDaysOfGrace());
      key.rotateTo(secretOf(second));
      List<CompletableFuture<?>> after = calls(client);
      before.forEach(CompletableFuture::join);
      after.forEach(CompletableFuture::join);
    }
    return 2 * CALLS + " calls, two keys, none failed";
  }

  private static List<CompletableFuture<?>> calls(FinFusion client) {
    return IntStream.range(0, CALLS)
        .<CompletableFuture<?>>mapToObj(i -> client.async().customers().list().first())
        .toList();
  }

  private static ApiKeyRotateParams twoDaysOfGrace() {
    return ApiKeyRotateParams.builder().gracePeriod("48h").build();
  }

  private String secretOf(ApiKey created) {
    tour.check(created.key() != null, "the key itself, this once", "none");
    return Objects.requireNonNull(created.key());
  }
}
