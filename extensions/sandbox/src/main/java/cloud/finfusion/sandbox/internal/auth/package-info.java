/** Credentials, OAuth tokens and the rate limits of their owners. */
@NullMarked
package cloud.finfusion.sandbox.internal.auth;

import org.jspecify.annotations.NullMarked;
