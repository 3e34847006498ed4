package cloud.finfusion.pipeline;

import cloud.finfusion.error.FinFusionException;
import java.io.IOException;

/** Carries a typed error through OkHttp and Retrofit, which let nothing but IOException through. */
final class JourneyException extends IOException {
  private static final long serialVersionUID = 1L;

  private final FinFusionException typed;

  JourneyException(FinFusionException typed) {
    super(typed.getMessage(), typed);
    this.typed = typed;
  }

  FinFusionException typed() {
    return typed;
  }
}
