@NullMarked
package cloud.finfusion.internal.oauth;

import org.jspecify.annotations.NullMarked;
