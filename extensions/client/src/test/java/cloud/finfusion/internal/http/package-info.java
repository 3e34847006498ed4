@NullMarked
package cloud.finfusion.internal.http;

import org.jspecify.annotations.NullMarked;
