/**
 * Is this event genuine, and what is it. Imports the errors, the generated models and runtime, and
 * SLF4J; the JDK's HTTP server, for who uses it. Knows neither calls nor the pipeline, so that a
 * receiver needs no client.
 *
 * <p>The vendor documents the two headers and the prefix of secrets, not the algorithm; what is
 * assumed of it is in one place, {@link cloud.finfusion.webhook.SignatureScheme#hmacSha256()}, and
 * can be replaced.
 */
@NullMarked
package cloud.finfusion.webhook;

import org.jspecify.annotations.NullMarked;
