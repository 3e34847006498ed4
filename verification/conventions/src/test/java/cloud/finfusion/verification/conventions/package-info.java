/** What all modules keep to, held by tests: the listings of the public API, and the vocabulary. */
@NullMarked
package cloud.finfusion.verification.conventions;

import org.jspecify.annotations.NullMarked;
