/** What the client is inside: {@link cloud.finfusion.internal.Pipeline} puts it together. */
@NullMarked
package cloud.finfusion.internal;

import org.jspecify.annotations.NullMarked;
