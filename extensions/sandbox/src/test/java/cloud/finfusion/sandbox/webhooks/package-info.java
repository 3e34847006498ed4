@NullMarked
package cloud.finfusion.sandbox.webhooks;

import org.jspecify.annotations.NullMarked;
