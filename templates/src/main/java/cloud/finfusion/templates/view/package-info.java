/**
 * The data of the templates, beside what OpenAPI Generator gives them: one immutable record for
 * each tag, operation, schema and property. {@code README.md} lists them for authors of templates.
 */
@NullMarked
package cloud.finfusion.templates.view;

import org.jspecify.annotations.NullMarked;
