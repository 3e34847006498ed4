package cloud.finfusion.internal.call;

import java.io.IOException;

/** The proxy wants another login than ours, or one at all. */
public final class ProxyLoginException extends IOException {
  private static final long serialVersionUID = 1L;

  /** A proxy that refused. */
  public ProxyLoginException() {
    super("the proxy answered 407");
  }
}
