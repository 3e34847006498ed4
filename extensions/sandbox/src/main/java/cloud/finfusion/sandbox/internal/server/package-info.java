/** The HTTP server, and the steps of a request on its way to the response. */
@NullMarked
package cloud.finfusion.sandbox.internal.server;

import org.jspecify.annotations.NullMarked;
