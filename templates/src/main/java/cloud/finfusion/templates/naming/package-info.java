/**
 * How what a specification leaves unnamed, or names too long, is called in Java: by rules that read
 * one operation or schema alone, so that a name stays when others are added.
 */
@NullMarked
package cloud.finfusion.templates.naming;

import org.jspecify.annotations.NullMarked;
