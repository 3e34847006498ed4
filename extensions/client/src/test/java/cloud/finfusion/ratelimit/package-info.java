/** Tests of the rate limiter on fake time. */
@NullMarked
package cloud.finfusion.ratelimit;

import org.jspecify.annotations.NullMarked;
