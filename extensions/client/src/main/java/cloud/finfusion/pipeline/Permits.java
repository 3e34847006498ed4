package cloud.finfusion.pipeline;

import java.time.Duration;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Where attempts get the right to start. Thread-safe. */
interface Permits {
  /** Without a limiter every attempt may start. */
  Permits UNLIMITED =
      new Permits() {
        @Override
        public Permit ofCall() {
          return Permit.FREE;
        }

        @Override
        public void learn(Response answer, @Nullable Duration retryAfter) {}
      };

  /** The permit that a call asks for before each of its attempts. */
  Permit ofCall();

  /** Learns from an answer what the server thinks of the limit. */
  void learn(Response answer, @Nullable Duration retryAfter);
}
