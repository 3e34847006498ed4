/** Tests of the runtime that need no generated code; most of it is tested with the models. */
@NullMarked
package cloud.finfusion.runtime;

import org.jspecify.annotations.NullMarked;
