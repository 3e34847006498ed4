/**
 * What a call costs through the SDK and through its peers: OkHttp alone, Retrofit with Gson and
 * stripe-java, all in one JVM, in short blocks that take turns, so that what disturbs the machine
 * disturbs all of them. Of each figure the median of the blocks is shown, and its ratio to OkHttp.
 */
@NullMarked
package cloud.finfusion.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
