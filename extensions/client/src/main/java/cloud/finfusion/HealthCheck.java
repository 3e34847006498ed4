package cloud.finfusion;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.NotFoundException;
import cloud.finfusion.error.PermissionException;
import cloud.finfusion.internal.time.Time;
import cloud.finfusion.model.PaymentListParams;
import cloud.finfusion.resource.Payments;
import java.time.Duration;

/** The health check: one small read. */
final class HealthCheck {
  private static final PaymentListParams ONE = PaymentListParams.builder().limit(1).build();
  static final Duration LIMIT = Duration.ofSeconds(5);

  private HealthCheck() {}

  static Duration of(Payments payments, Duration limit, Time time) {
    CallOptions soon = CallOptions.builder().deadline(limit).build();
    long start = time.nanos();
    try {
      payments.list(ONE, soon).pages().iterator().next();
    } catch (PermissionException | NotFoundException responded) {
      // The server is there and knows the key. Listing payments is assumed, so a 404 proves that
      // too.
    }
    return Duration.ofNanos(time.nanos() - start);
  }
}
