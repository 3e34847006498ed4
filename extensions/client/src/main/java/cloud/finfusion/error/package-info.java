/**
 * What can go wrong, and what the caller may do next. One unchecked root, because payment code that
 * cannot handle a failure must not be made to hide it. Imports the generated error model only; no
 * outside library.
 *
 * <p>The concrete exceptions can be constructed, so that users can test how they handle them.
 */
@NullMarked
package cloud.finfusion.error;

import org.jspecify.annotations.NullMarked;
