/**
 * Calls of one client from many threads, while all that they touch fails by chance: the server, the
 * permits, the credential, interceptors and listeners; and while callers cancel, interrupt, run out
 * of time and close the client. Afterwards everything has to be back.
 */
@NullMarked
package cloud.finfusion.stress;

import org.jspecify.annotations.NullMarked;
