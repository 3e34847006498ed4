/** JMH benchmarks: each has beside it, in the same run, what it is compared with. */
@NullMarked
package cloud.finfusion.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
