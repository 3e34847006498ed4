package cloud.finfusion.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What signs the events of each webhook endpoint: its secret, and for a while the one before. */
final class WebhookSecrets {
  private final Map<String, List<Secret>> secrets = new ConcurrentHashMap<>();
  private final InstantSource clock;

  WebhookSecrets(InstantSource clock) {
    this.clock = clock;
  }

  /** Signs with this one from now on, and with those before until then at the latest. */
  void replace(String endpointId, String secret, Instant endOfOld) {
    secrets.compute(
        endpointId,
        (id, before) ->
            Stream.concat(
                    Stream.of(new Secret(secret, Instant.MAX)),
                    (before == null ? Stream.<Secret>empty() : before.stream())
                        .map(old -> old.until(endOfOld)))
                .toList());
  }

  /** The header's value: a signature with each secret, the newest first, separated by commas. */
  String sign(String endpointId, String timestamp, byte[] body) {
    return secrets.getOrDefault(endpointId, List.of()).stream()
        .filter(secret -> clock.instant().isBefore(secret.end))
        .map(secret -> WebhookSignature.of(secret.value, timestamp, body))
        .collect(Collectors.joining(","));
  }

  private record Secret(String value, Instant end) {
    Secret until(Instant limit) {
      return end.isAfter(limit) ? new Secret(value, limit) : this;
    }

    @Override
    public String toString() {
      return "a secret until " + end;
    }
  }
}
