/** Proves that the published artifacts are enough; imports the sandbox and Maven's invoker. */
@NullMarked
package cloud.finfusion.examples.consumer;

import org.jspecify.annotations.NullMarked;
