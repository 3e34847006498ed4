/**
 * What the build runs around the generator. {@link cloud.finfusion.build.PrepareGeneration} decides
 * whether it has to run; {@link cloud.finfusion.build.FinishGeneration} formats what it wrote and
 * keeps the times of files whose code did not change, so that the compiler has little to do.
 */
@NullMarked
package cloud.finfusion.build;

import org.jspecify.annotations.NullMarked;
