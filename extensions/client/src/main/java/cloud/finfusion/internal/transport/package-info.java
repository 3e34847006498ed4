/**
 * The seam between Retrofit and calls: what makes calls of Retrofit's methods, decodes what comes
 * of them, and hands it to the caller, blocking or not. OBSERVE CALL and CACHE stand here, above
 * the converter.
 */
@NullMarked
package cloud.finfusion.internal.transport;

import org.jspecify.annotations.NullMarked;
