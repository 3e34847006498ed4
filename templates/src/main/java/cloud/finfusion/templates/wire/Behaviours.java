package cloud.finfusion.templates.wire;

import cloud.finfusion.templates.view.OperationView;
import java.util.ArrayList;
import java.util.List;

/** The interfaces that add the tests of an operation's extensions. */
final class Behaviours {
  private Behaviours() {}

  static List<String> of(OperationView view, FreeArguments free, boolean waits) {
    List<String> all = new ArrayList<>();
    all.add(view.reads() || view.idempotent() ? "RepeatedOperation" : "UnrepeatedOperation");
    if (!free.variables().isEmpty()) {
      all.add("AddressedOperation");
    }
    if (view.ttl() != null) {
      all.add("CachedOperation");
    } else if (view.reads()) {
      all.add("UncachedOperation");
    }
    if (view.page() != null) {
      all.add("PagedOperation");
    }
    if (view.batch() != null) {
      all.add("BatchedOperation");
    }
    if (waits) {
      all.add("WaitedOperation");
    }
    return all;
  }
}
