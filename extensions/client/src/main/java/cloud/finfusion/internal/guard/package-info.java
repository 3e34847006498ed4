/** Runs the code of users so that its exceptions change no call. Imports SLF4J only. */
@NullMarked
package cloud.finfusion.internal.guard;

import org.jspecify.annotations.NullMarked;
