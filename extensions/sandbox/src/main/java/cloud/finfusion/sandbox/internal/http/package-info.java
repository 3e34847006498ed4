/**
 * Requests and responses of the API, its error envelope and JSON. Knows Jetty only to send a
 * response.
 */
@NullMarked
package cloud.finfusion.sandbox.internal.http;

import org.jspecify.annotations.NullMarked;
