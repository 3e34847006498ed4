/**
 * The journey of a call: its layers and their order, written once in {@link
 * cloud.finfusion.pipeline.Pipeline}. Imports the feature packages, OkHttp, Retrofit, Failsafe and
 * Gson; not exported.
 *
 * <p>Failsafe loops and nothing else: its own waits, timeouts and cancellation block or interrupt
 * the caller, so waiting is the {@link cloud.finfusion.pipeline.Gate}'s, and ending a call early is
 * {@link cloud.finfusion.pipeline.ResilientCall#stop}.
 */
@NullMarked
package cloud.finfusion.pipeline;

import org.jspecify.annotations.NullMarked;
