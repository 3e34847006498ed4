/**
 * What can go wrong, and what the caller may do next. The root is unchecked, so that code which
 * cannot handle a failure is not made to hide it. Imports the generated error model only; no
 * outside library.
 *
 * <p>The concrete exceptions have public constructors, so that users can test how they handle them.
 */
@NullMarked
package cloud.finfusion.error;

import org.jspecify.annotations.NullMarked;
