/** How often the API is asked for its health. */
@NullMarked
package cloud.finfusion.spring.health;

import org.jspecify.annotations.NullMarked;
