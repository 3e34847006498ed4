/** Searches what a run of the tests wrote for the secrets that the tests used. */
@NullMarked
package cloud.finfusion.verification.logscan;

import org.jspecify.annotations.NullMarked;
