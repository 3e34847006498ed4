/** Tests of the network options. */
@NullMarked
package cloud.finfusion.network;

import org.jspecify.annotations.NullMarked;
