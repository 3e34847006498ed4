/** Events and their deliveries to webhook endpoints. */
@NullMarked
package cloud.finfusion.sandbox.internal.webhooks;

import org.jspecify.annotations.NullMarked;
