/**
 * Files that calls send and receive, streamed: no more than a block of them is in memory. Imports
 * HTTP bodies of OkHttp, and the guard of callbacks.
 */
@NullMarked
package cloud.finfusion.file;

import org.jspecify.annotations.NullMarked;
