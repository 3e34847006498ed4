/** The checks of options that several builders share; each error names the option. */
@NullMarked
package cloud.finfusion.internal.check;

import org.jspecify.annotations.NullMarked;
