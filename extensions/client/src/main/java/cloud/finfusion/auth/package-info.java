/**
 * Credentials: what signs a request, where keys come from, how they are replaced, OAuth client
 * credentials. Imports the error package, and SLF4J for warnings.
 */
@NullMarked
package cloud.finfusion.auth;

import org.jspecify.annotations.NullMarked;
