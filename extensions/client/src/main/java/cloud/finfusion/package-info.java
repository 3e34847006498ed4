/**
 * The front door: {@link cloud.finfusion.FinFusion}. Imports the feature packages and the pipeline;
 * nothing imports it.
 */
@NullMarked
package cloud.finfusion;

import org.jspecify.annotations.NullMarked;
