/**
 * Ten thousand payments through an API that fails a quarter of the time, and what the ledger says
 * afterwards.
 */
@NullMarked
package cloud.finfusion.verification.soak;

import org.jspecify.annotations.NullMarked;
