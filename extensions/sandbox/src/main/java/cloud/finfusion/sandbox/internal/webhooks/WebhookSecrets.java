package cloud.finfusion.sandbox.internal.webhooks;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The signing secrets of each webhook endpoint: the current one, and rotated ones for a while. */
public final class WebhookSecrets {
  private final Map<String, List<Secret>> secrets = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public WebhookSecrets(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Adds a secret; the previous ones expire at that time at the latest, expired ones are dropped.
   */
  public void replace(String endpointId, String secret, Instant expiryOfOld) {
    secrets.compute(
        endpointId,
        (id, before) ->
            Stream.concat(
                    Stream.of(new Secret(secret, Instant.MAX)),
                    valid(before).map(old -> old.until(expiryOfOld)))
                .toList());
  }

  /** The header's value: a signature per valid secret, newest first, separated by commas. */
  String sign(String endpointId, String timestamp, byte[] body) {
    return valid(secrets.get(endpointId))
        .map(secret -> WebhookSignature.of(secret.value, timestamp, body))
        .collect(Collectors.joining(","));
  }

  private Stream<Secret> valid(@Nullable List<Secret> all) {
    return Stream.ofNullable(all)
        .flatMap(List::stream)
        .filter(secret -> clock.instant().isBefore(secret.expiry));
  }

  private record Secret(String value, Instant expiry) {
    Secret until(Instant limit) {
      return expiry.isAfter(limit) ? new Secret(value, limit) : this;
    }

    @Override
    public String toString() {
      return "a secret until " + expiry;
    }
  }
}
