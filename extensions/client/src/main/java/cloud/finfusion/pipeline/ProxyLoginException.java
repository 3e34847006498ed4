package cloud.finfusion.pipeline;

import java.io.IOException;

/** The proxy wants another login than ours, or one at all. */
final class ProxyLoginException extends IOException {
  private static final long serialVersionUID = 1L;

  ProxyLoginException() {
    super("the proxy answered 407");
  }
}
