/**
 * The HTTP log and the redaction of secrets. Imports the calls, for their names, OkHttp and Gson.
 */
@NullMarked
package cloud.finfusion.internal.log;

import org.jspecify.annotations.NullMarked;
