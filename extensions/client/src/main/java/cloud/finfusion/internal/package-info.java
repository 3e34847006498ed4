/** The inside of the client, which {@link cloud.finfusion.internal.Pipeline} puts together. */
@NullMarked
package cloud.finfusion.internal;

import org.jspecify.annotations.NullMarked;
