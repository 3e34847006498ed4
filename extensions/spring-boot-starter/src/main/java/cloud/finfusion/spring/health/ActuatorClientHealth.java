package cloud.finfusion.spring.health;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/** Shows the last check of a client in the health of Spring Boot 3.5. */
final class ActuatorClientHealth extends AbstractHealthIndicator {
  private final LastCheck check;

  ActuatorClientHealth(LastCheck check) {
    this.check = check;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    LastCheck.Result last = check.read();
    if (last == null) {
      health.unknown().withDetail("reason", "The first check runs now. Ask again in some seconds.");
      return;
    }
    health.withDetail("checkedAt", last.at().toString());
    if (last.problem() != null) {
      health.down().withDetail("problem", last.problem());
    } else {
      health.up().withDetail("took", String.valueOf(last.took()));
    }
  }
}
