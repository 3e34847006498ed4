/**
 * Schemas of OpenAPI 3.0 as checks of JSON: each is compiled once, when it is first used. Errors
 * name a field and never quote its text.
 */
@NullMarked
package cloud.finfusion.sandbox.internal.schema;

import org.jspecify.annotations.NullMarked;
