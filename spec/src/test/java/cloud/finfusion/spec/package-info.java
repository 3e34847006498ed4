/**
 * The rules that the specification keeps: what the public documentation says is kept exactly, all
 * else is marked as assumed, and everything reads well as Javadoc. Imports swagger-parser.
 */
@NullMarked
package cloud.finfusion.spec;

import org.jspecify.annotations.NullMarked;
