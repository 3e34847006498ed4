package cloud.finfusion.sandbox;

import java.time.InstantSource;

/** The parts of one sandbox that all handlers use. */
record SandboxContext(Spec spec, Store store, ResourceFactory factory, InstantSource clock) {
  static SandboxContext of(Spec spec, InstantSource clock) {
    return new SandboxContext(spec, new Store(), new ResourceFactory(clock), clock);
  }
}
