/** What listeners, logs and printed values show, and what they never show. */
@NullMarked
package cloud.finfusion.metrics;

import org.jspecify.annotations.NullMarked;
