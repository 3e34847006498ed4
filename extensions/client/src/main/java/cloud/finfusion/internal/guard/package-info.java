/** Runs the code of users so that nothing it throws can change a call. Imports SLF4J only. */
@NullMarked
package cloud.finfusion.internal.guard;

import org.jspecify.annotations.NullMarked;
