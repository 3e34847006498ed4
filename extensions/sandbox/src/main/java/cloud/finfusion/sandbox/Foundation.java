package cloud.finfusion.sandbox;

import java.time.InstantSource;

/** What all behaviours of one sandbox stand on. */
record Foundation(
    Spec spec, Store store, ResourceFactory factory, Ledger ledger, InstantSource clock) {
  static Foundation of(Spec spec, InstantSource clock) {
    return new Foundation(spec, new Store(), new ResourceFactory(clock), new Ledger(), clock);
  }
}
