/** The command line program; no part of the API for tests. */
@NullMarked
package cloud.finfusion.sandbox.program;

import org.jspecify.annotations.NullMarked;
