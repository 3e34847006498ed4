/** Webhooks in a servlet container. Imports the webhook package and the servlet API. */
@NullMarked
package cloud.finfusion.servlet;

import org.jspecify.annotations.NullMarked;
