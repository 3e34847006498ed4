/**
 * OkHttp as the SDK needs it: no hidden re-sending, no redirects, guards around a caller's own
 * client, and observation of each exchange.
 */
@NullMarked
package cloud.finfusion.internal.http;

import org.jspecify.annotations.NullMarked;
