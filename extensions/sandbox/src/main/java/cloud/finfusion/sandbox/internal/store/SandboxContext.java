package cloud.finfusion.sandbox.internal.store;

import cloud.finfusion.sandbox.internal.compact.Packer;
import cloud.finfusion.sandbox.internal.http.IdSource;
import cloud.finfusion.sandbox.internal.spec.Spec;
import cloud.finfusion.sandbox.internal.time.Schedule;
import java.time.InstantSource;

/** The parts of one sandbox that all handlers use. */
public record SandboxContext(
    Spec spec,
    Store store,
    Packer packer,
    ResourceFactory factory,
    InstantSource clock,
    Schedule schedule) {
  public static SandboxContext of(Spec spec, InstantSource clock, IdSource ids) {
    Packer packer = new Packer();
    return new SandboxContext(
        spec,
        new Store(spec.operations(), packer),
        packer,
        new ResourceFactory(clock),
        clock,
        new Schedule(clock, ids::run));
  }
}
