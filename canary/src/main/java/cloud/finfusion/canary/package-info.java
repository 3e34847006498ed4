/** Searches what a run of the tests wrote for the secrets that the tests used. Imports nothing. */
@NullMarked
package cloud.finfusion.canary;

import org.jspecify.annotations.NullMarked;
