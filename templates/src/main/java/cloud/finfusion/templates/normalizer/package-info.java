/** Brings a specification to one plain form, before OpenAPI Generator makes its own model of it. */
@NullMarked
package cloud.finfusion.templates.normalizer;

import org.jspecify.annotations.NullMarked;
