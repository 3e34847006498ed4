/** The access token of a client: fetched, shared by its calls, replaced before it expires. */
@NullMarked
package cloud.finfusion.internal.oauth;

import org.jspecify.annotations.NullMarked;
