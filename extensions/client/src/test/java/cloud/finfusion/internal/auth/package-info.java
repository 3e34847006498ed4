@NullMarked
package cloud.finfusion.internal.auth;

import org.jspecify.annotations.NullMarked;
