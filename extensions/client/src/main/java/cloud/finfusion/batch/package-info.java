/**
 * Many items in few requests, with one result for each item in input order. Imports the calls'
 * options, errors and events.
 */
@NullMarked
package cloud.finfusion.batch;

import org.jspecify.annotations.NullMarked;
