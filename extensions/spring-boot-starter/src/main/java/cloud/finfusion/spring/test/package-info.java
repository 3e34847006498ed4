/** A sandbox for tests of applications: {@link AutoConfigureFinFusionSandbox}. */
@NullMarked
package cloud.finfusion.spring.test;

import org.jspecify.annotations.NullMarked;
