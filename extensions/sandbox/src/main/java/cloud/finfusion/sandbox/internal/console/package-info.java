/** The console: pages in which a developer sees what a sandbox does, and what they ask for. */
@NullMarked
package cloud.finfusion.sandbox.internal.console;

import org.jspecify.annotations.NullMarked;
