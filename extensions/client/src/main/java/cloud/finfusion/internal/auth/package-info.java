/** What requests are signed with: the SIGN layer, and which keys an environment takes. */
@NullMarked
package cloud.finfusion.internal.auth;

import org.jspecify.annotations.NullMarked;
