/** What a client is made of, checked by the builder. */
@NullMarked
package cloud.finfusion.internal.options;

import org.jspecify.annotations.NullMarked;
