@NullMarked
package cloud.finfusion.sandbox.resources;

import org.jspecify.annotations.NullMarked;
