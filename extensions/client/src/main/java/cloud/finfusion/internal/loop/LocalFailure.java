package cloud.finfusion.internal.loop;

import cloud.finfusion.error.FinFusionException;
import java.io.IOException;

/** Carries a typed error of this program through OkHttp, which lets only IOExceptions through. */
public final class LocalFailure extends IOException {
  private static final long serialVersionUID = 1L;

  private final FinFusionException typed;

  /** Carries this error. */
  public LocalFailure(FinFusionException typed) {
    super(typed.getMessage(), typed);
    this.typed = typed;
  }

  public FinFusionException typed() {
    return typed;
  }
}
