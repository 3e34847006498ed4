package cloud.finfusion.auth;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A token that was fetched, for a program that keeps it. Its {@code toString} shows none.
 *
 * @param accessToken what requests are signed with from now on
 * @param refreshToken what the next one may be asked with; null if the server gave none
 * @param expiresIn how long it lives; null if the server did not say
 */
public record TokenRefreshed(
    String accessToken, @Nullable String refreshToken, @Nullable Duration expiresIn) {
  @Override
  public String toString() {
    return "TokenRefreshed[expiresIn=" + expiresIn + "]";
  }
}
