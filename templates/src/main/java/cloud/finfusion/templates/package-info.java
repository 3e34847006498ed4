/**
 * The generator {@code finfusion}: what the templates cannot compute by themselves. Imports OpenAPI
 * Generator and the OpenAPI model, nothing of the SDK.
 */
@NullMarked
package cloud.finfusion.templates;

import org.jspecify.annotations.NullMarked;
