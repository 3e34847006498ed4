/**
 * The options of one call, and what its caller learns of the response. Imports the checks of
 * options only.
 */
@NullMarked
package cloud.finfusion.call;

import org.jspecify.annotations.NullMarked;
