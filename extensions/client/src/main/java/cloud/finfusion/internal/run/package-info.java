/** What runs of many calls, as batches and waits for a state, share with their client. */
@NullMarked
package cloud.finfusion.internal.run;

import org.jspecify.annotations.NullMarked;
