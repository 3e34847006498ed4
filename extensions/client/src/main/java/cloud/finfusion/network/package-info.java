/**
 * How connections are made: proxy, trusted authorities, client certificate, pins. Imports the error
 * package only.
 */
@NullMarked
package cloud.finfusion.network;

import org.jspecify.annotations.NullMarked;
