/** The specification: operations, schemas, paths, and the validation of requests. */
@NullMarked
package cloud.finfusion.sandbox.internal.spec;

import org.jspecify.annotations.NullMarked;
