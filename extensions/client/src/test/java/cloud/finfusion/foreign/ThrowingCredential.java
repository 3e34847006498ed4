package cloud.finfusion.foreign;

import cloud.finfusion.auth.FetchedCredential;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.Thrower;
import java.util.concurrent.CompletableFuture;

/** A credential that throws in one of its methods; another one it could refresh to, it has not. */
record ThrowingCredential(String method, Thrower thrower) implements FetchedCredential {
  private void at(String name) {
    if (name.equals(method)) {
      thrower.run();
    }
  }

  @Override
  public String token() {
    at("token");
    return Samples.KEY;
  }

  @Override
  public boolean refused(String token) {
    at("refused");
    return false;
  }

  @Override
  public String owner(String token) {
    at("owner");
    return "me";
  }

  @Override
  public CompletableFuture<?> ready() {
    at("ready");
    return method.equals("its future")
        ? CompletableFuture.completedFuture("").thenApply(thrower::or)
        : CompletableFuture.completedFuture("");
  }

  @Override
  public String toString() {
    return "a credential";
  }
}
