/**
 * The properties, the clients that are made of them, and what is said of a property that cannot
 * work.
 */
@NullMarked
package cloud.finfusion.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
