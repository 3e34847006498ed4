/** Compares what the SDK and the sandbox send with the specification, by a program of others. */
@NullMarked
package cloud.finfusion.verification.proxy;

import org.jspecify.annotations.NullMarked;
