@NullMarked
package cloud.finfusion.internal.webhook;

import org.jspecify.annotations.NullMarked;
