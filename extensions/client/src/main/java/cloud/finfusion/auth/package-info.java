/**
 * Who we are: what a request is signed with. Imports the error package only; no outside library.
 */
@NullMarked
package cloud.finfusion.auth;

import org.jspecify.annotations.NullMarked;
