/**
 * Verifies webhooks, reads their events and calls handlers. Imports the errors, the generated
 * models and runtime, SLF4J, and the JDK's HTTP server, which is optional. Knows neither calls nor
 * the pipeline, so that a receiver needs no client.
 *
 * <p>The vendor documents the two headers and the prefix of secrets, not the algorithm; the
 * assumptions are in one place, {@link cloud.finfusion.webhook.SignatureScheme#hmacSha256()}, and
 * can be replaced.
 */
@NullMarked
package cloud.finfusion.webhook;

import org.jspecify.annotations.NullMarked;
