/** Tests of files that are sent and received in streams. */
@NullMarked
package cloud.finfusion.file;

import org.jspecify.annotations.NullMarked;
