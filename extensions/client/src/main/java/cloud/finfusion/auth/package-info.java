/**
 * Who we are: what a request is signed with, where keys come from and how they are replaced, OAuth
 * client credentials. Imports the error package, and SLF4J for warnings.
 */
@NullMarked
package cloud.finfusion.auth;

import org.jspecify.annotations.NullMarked;
