/** An import of customers from a CSV file; imports the SDK as a user's program would. */
@NullMarked
package cloud.finfusion.examples.bulk;

import org.jspecify.annotations.NullMarked;
