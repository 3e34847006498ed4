package cloud.finfusion.examples;

import cloud.finfusion.FinFusion;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.model.Customer;
import cloud.finfusion.sandbox.Sandbox;
import java.net.URI;

/** Reads one customer a hundred times: one request, the other responses come from the cache. */
final class CacheStep {
  private static final int READS = 100;

  private final Sandbox sandbox;
  private final URI api;
  private final Tour tour;

  CacheStep(Sandbox sandbox, URI api, Tour tour) {
    this.sandbox = sandbox;
    this.api = api;
    this.tour = tour;
  }

  String run() {
    try (FinFusion client =
        FinFusion.builder()
            .apiKey(sandbox.apiKey())
            .baseUrl(api)
            .cache(CacheOptions.builder().build())
            .build()) {
      String id = client.customers().list().stream().map(Customer::id).findFirst().orElseThrow();
      for (int i = 0; i < READS; i++) {
        client.customers().retrieve(id);
      }
      long requests = requestsFor(id);
      tour.check(requests == 1, "one request for " + READS + " reads", requests);
      return READS
          + " reads, "
          + requests
          + " request, "
          + client.cache().statistics().hits()
          + " hits";
    }
  }

  private long requestsFor(String id) {
    return sandbox.requests().stream().filter(each -> each.path().endsWith(id)).count();
  }
}
