/** Proves that an operation is added by YAML alone; imports Maven's invoker. */
@NullMarked
package cloud.finfusion.verification.newoperation;

import org.jspecify.annotations.NullMarked;
