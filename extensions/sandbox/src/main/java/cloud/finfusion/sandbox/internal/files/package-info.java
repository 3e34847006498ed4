/** The files of requests, on disk while the sandbox runs: they may be larger than its memory. */
@NullMarked
package cloud.finfusion.sandbox.internal.files;

import org.jspecify.annotations.NullMarked;
