/**
 * The front door: {@link FinFusion} and what a call may be told. Imports the feature packages and
 * the pipeline; nothing imports it but the pipeline, the facades and their seam, for {@link
 * CallOptions}.
 */
@NullMarked
package cloud.finfusion;

import cloud.finfusion.call.CallOptions;
import org.jspecify.annotations.NullMarked;
