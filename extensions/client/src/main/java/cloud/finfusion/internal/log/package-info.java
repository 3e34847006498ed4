/**
 * The HTTP log and the redaction of secrets. Imports the calls, for the names of operations, OkHttp
 * and Gson.
 */
@NullMarked
package cloud.finfusion.internal.log;

import org.jspecify.annotations.NullMarked;
