/**
 * What several instances of a program share through Redis: the permits of a plan ({@link
 * cloud.finfusion.redis.RedisRateLimiter}), which webhooks were handled ({@link
 * cloud.finfusion.redis.RedisReplayGuard}), and what their caches drop ({@link
 * cloud.finfusion.redis.RedisInvalidation}). All of it uses one {@link
 * cloud.finfusion.redis.FinFusionRedis}.
 */
@NullMarked
package cloud.finfusion.redis;

import org.jspecify.annotations.NullMarked;
