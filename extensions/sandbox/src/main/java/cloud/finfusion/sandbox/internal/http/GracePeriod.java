package cloud.finfusion.sandbox.internal.http;

import java.time.Duration;

/** How long an old key or secret works after a rotation: {@code grace_period}, as {@code 48h}. */
public final class GracePeriod {
  private GracePeriod() {}

  /** Zero if the request has none. */
  public static Duration of(ApiRequest request) {
    String hours = RequestFields.of(request).path("grace_period").asText();
    return hours.isEmpty()
        ? Duration.ZERO
        : Duration.ofHours(Long.parseLong(hours.substring(0, hours.length() - 1)));
  }
}
