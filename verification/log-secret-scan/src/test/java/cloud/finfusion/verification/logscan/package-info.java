/** Tests of the search itself. */
@NullMarked
package cloud.finfusion.verification.logscan;

import org.jspecify.annotations.NullMarked;
