/** The webhooks of a client: verified events drop the cached responses that they concern. */
@NullMarked
package cloud.finfusion.internal.webhook;

import org.jspecify.annotations.NullMarked;
