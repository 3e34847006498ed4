/**
 * Says what a change of the specification does to those who use the SDK. Imports the generator with
 * our templates, openapi-diff for operations and schemas, japicmp for Java.
 *
 * <p>Both specifications are generated with the templates of this checkout, so that the difference
 * is that of the specifications.
 */
@NullMarked
package cloud.finfusion.verification.specdiff;

import org.jspecify.annotations.NullMarked;
