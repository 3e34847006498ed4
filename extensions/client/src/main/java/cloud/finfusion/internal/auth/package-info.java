/** The SIGN layer, and which keys an environment accepts. */
@NullMarked
package cloud.finfusion.internal.auth;

import org.jspecify.annotations.NullMarked;
