package cloud.finfusion.foreign;

import static cloud.finfusion.foreign.ForeignRow.ends;
import static cloud.finfusion.foreign.ForeignRow.unchanged;
import static cloud.finfusion.testing.FakeServer.json;

import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.util.List;

/** Invalidation shared with other instances that throws. */
final class ForeignSharing {
  private static final String NOT_CACHED = "done, 3 sent";

  private ForeignSharing() {}

  static List<ForeignRow> rows() {
    return List.of(
        ends("SharedInvalidation.join", NOT_CACHED, in("join")),
        ends("SharedInvalidation.Member.current", NOT_CACHED, in("current")),
        unchanged("SharedInvalidation.Member.familyChanged", in("familyChanged")),
        unchanged("SharedInvalidation.Member.invalidated", in("invalidated")),
        unchanged("SharedInvalidation.Member.close", in("close")));
  }

  private static ForeignRow.Scenario in(String method) {
    return (thrower, mode) -> life(new ThrowingSharing(method, thrower), mode);
  }

  /** A client from its first day to its last, with two equal reads and a write. */
  private static String life(ThrowingSharing shared, BlockingOrAsync mode) {
    CacheOptions cache =
        CacheOptions.builder().invalidateOn("*").sharedInvalidation(shared).build();
    try (FakeServer web = new FakeServer().responds(json(Samples.CUSTOMER))) {
      Runnable life =
          () -> {
            try (Calls calls = new Calls(TestClients.of(web).cache(cache).build(), mode)) {
              calls.customer("cust_1");
              calls.customer("cust_1");
              create(calls);
              calls.client().cache().invalidate("*");
            }
          };
      return ForeignCall.end(life, shared.thrower()) + ", " + web.requests().size() + " sent";
    }
  }

  private static void create(Calls calls) {
    calls
        .mode()
        .of(
            () -> calls.client().customers().create(Samples.customer()),
            () -> calls.client().async().customers().create(Samples.customer()));
  }
}
