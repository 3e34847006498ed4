/** Tests of the servlet in Jetty, alone and with Spring MVC. */
@NullMarked
package cloud.finfusion.servlet;

import org.jspecify.annotations.NullMarked;
