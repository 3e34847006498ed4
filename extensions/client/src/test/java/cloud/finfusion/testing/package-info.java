/** Servers, clocks, clients and modes that tests of all features share. */
@NullMarked
package cloud.finfusion.testing;

import org.jspecify.annotations.NullMarked;
