package cloud.finfusion.internal.pagination;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Futures that follow from a call and end it when they are cancelled. */
public final class Following {
  private Following() {}

  /** Returns what the function makes of the call's result. */
  public static <A, R> CompletableFuture<R> thenApply(
      CompletableFuture<A> call, Function<? super A, ? extends R> result) {
    CompletableFuture<R> following = call.thenApply(result);
    var unused =
        following.whenComplete(
            (ignored, failure) -> {
              if (following.isCancelled()) {
                call.cancel(true);
              }
            });
    return following;
  }
}
