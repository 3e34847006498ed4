/** The resources of one sandbox, and how they are made from requests. */
@NullMarked
package cloud.finfusion.sandbox.internal.store;

import org.jspecify.annotations.NullMarked;
