/** Applications with the starter; the same tests run with Spring Boot 3.5 and 4. */
@NullMarked
package cloud.finfusion.spring;

import org.jspecify.annotations.NullMarked;
