/** Proves that the published artifacts are enough; imports the sandbox and Maven's invoker. */
@NullMarked
package cloud.finfusion.verification.consumers;

import org.jspecify.annotations.NullMarked;
