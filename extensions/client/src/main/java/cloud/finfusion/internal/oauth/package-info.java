/**
 * The access token of a client, which is fetched, shared by its calls and replaced before it
 * expires.
 */
@NullMarked
package cloud.finfusion.internal.oauth;

import org.jspecify.annotations.NullMarked;
