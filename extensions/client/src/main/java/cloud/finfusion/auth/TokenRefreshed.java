package cloud.finfusion.auth;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A token that was fetched, for a program that keeps it. {@code toString} shows no token.
 *
 * @param accessToken signs requests from now on
 * @param refreshToken requests the next token; null if the server gave none
 * @param expiresIn how long the access token is valid; null if the server did not say
 */
public record TokenRefreshed(
    String accessToken, @Nullable String refreshToken, @Nullable Duration expiresIn) {
  @Override
  public String toString() {
    return "TokenRefreshed[expiresIn=" + expiresIn + "]";
  }
}
