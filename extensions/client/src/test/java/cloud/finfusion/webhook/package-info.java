/** Tests of webhooks: vectors, and the verdicts at the edges. */
@NullMarked
package cloud.finfusion.webhook;

import org.jspecify.annotations.NullMarked;
