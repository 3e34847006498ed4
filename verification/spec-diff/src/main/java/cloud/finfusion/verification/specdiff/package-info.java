/**
 * Says what a change of the specification does to those who use the SDK. Imports the generator with
 * our templates, openapi-diff for operations and schemas, japicmp for Java.
 *
 * <p>Both specifications are generated with the templates of this checkout: what is told apart is
 * the specification, not the templates.
 */
@NullMarked
package cloud.finfusion.verification.specdiff;

import org.jspecify.annotations.NullMarked;
