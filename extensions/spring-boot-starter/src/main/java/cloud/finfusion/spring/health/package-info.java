/** The health of clients, for the actuator of Spring Boot 3.5 and of 4. */
@NullMarked
package cloud.finfusion.spring.health;

import org.jspecify.annotations.NullMarked;
