package cloud.finfusion.spring.autoconfigure;

import static cloud.finfusion.spring.autoconfigure.ClientSettings.set;

import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.spring.autoconfigure.ClientProperties.Plan;
import cloud.finfusion.spring.autoconfigure.ClientProperties.RateLimitProperties;

/** Makes the limiter that the properties of a client describe. */
final class LimitSettings {
  private LimitSettings() {}

  static RateLimiter limiter(RateLimitProperties properties) {
    RateLimiter plan =
        properties.plan() == Plan.HIGH_VOLUME ? RateLimiter.highVolume() : RateLimiter.standard();
    RateLimiter.Builder options = plan.toBuilder();
    set(properties.maxRequests(), options::maxRequests);
    set(properties.perMinutes(), options::perMinutes);
    set(properties.burst(), options::burst);
    set(properties.maxWait(), options::maxWait);
    return options.build();
  }
}
