/** Tests of keys and where they come from. */
@NullMarked
package cloud.finfusion.auth;

import org.jspecify.annotations.NullMarked;
