/** Bulk runs that are killed and resumed, and one of a million items. */
@NullMarked
package cloud.finfusion.verification.bulk;

import org.jspecify.annotations.NullMarked;
