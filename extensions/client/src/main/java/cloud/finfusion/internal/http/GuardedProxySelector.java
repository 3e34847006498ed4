package cloud.finfusion.internal.http;

import cloud.finfusion.internal.guard.Guard;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A caller's proxy selector. OkHttp would call a selector that throws an undeclared IOException
 * again and again until the attempt's time is over.
 */
final class GuardedProxySelector extends ProxySelector {
  private final ProxySelector callers;

  GuardedProxySelector(ProxySelector callers) {
    this.callers = callers;
  }

  @Override
  public List<Proxy> select(URI uri) {
    try {
      return callers.select(uri);
    } catch (Throwable thrown) {
      Guard.keepInterrupt(thrown);
      throw new IllegalStateException("a proxy selector threw " + Guard.describe(thrown));
    }
  }

  /** OkHttp shares connections between clients of equal selectors. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GuardedProxySelector guarded && callers.equals(guarded.callers);
  }

  @Override
  public int hashCode() {
    return callers.hashCode();
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    Guard.run("a proxy selector", () -> callers.connectFailed(uri, address, failure));
  }
}
