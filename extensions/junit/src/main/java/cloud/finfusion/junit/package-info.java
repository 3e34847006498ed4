/** A sandbox and a client for each test: {@link FinFusionSandbox}. */
@NullMarked
package cloud.finfusion.junit;

import org.jspecify.annotations.NullMarked;
