/**
 * When the next attempt may start: plans as token buckets. Imports Bucket4j, the generated runtime
 * and SLF4J; knows neither calls nor the pipeline.
 *
 * <p>A burst is a bucket of that many permits, full at the start and refilled evenly at the plan's
 * rate (an assumption about the vendor's "burst"), so the first minute may admit burst and rate
 * together.
 */
@NullMarked
package cloud.finfusion.ratelimit;

import org.jspecify.annotations.NullMarked;
