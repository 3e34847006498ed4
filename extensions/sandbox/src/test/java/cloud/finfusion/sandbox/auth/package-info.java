@NullMarked
package cloud.finfusion.sandbox.auth;

import org.jspecify.annotations.NullMarked;
