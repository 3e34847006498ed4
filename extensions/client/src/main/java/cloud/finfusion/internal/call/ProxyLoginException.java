package cloud.finfusion.internal.call;

import java.io.IOException;

/** The proxy refused the login, or asked for one where there is none. */
public final class ProxyLoginException extends IOException {
  private static final long serialVersionUID = 1L;

  /** A refusal of the proxy. */
  public ProxyLoginException() {
    super("the proxy responded with 407");
  }
}
