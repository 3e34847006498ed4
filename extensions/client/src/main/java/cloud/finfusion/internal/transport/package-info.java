/**
 * Connects Retrofit and calls: makes the calls of Retrofit's methods, decodes their responses and
 * gives the caller the result, blocking or not. OBSERVE CALL and CACHE are here, above the
 * converter.
 */
@NullMarked
package cloud.finfusion.internal.transport;

import org.jspecify.annotations.NullMarked;
