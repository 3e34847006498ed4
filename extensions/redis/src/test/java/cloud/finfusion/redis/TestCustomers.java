package cloud.finfusion.redis;

import cloud.finfusion.FinFusion;
import cloud.finfusion.model.CustomerCreateParams;
import cloud.finfusion.sandbox.Sandbox;

/** Customers of a sandbox that no instance with a cache created. */
final class TestCustomers {
  private TestCustomers() {}

  /** Creates a customer of this name and returns its id. */
  static String create(Sandbox sandbox, String name) {
    CustomerCreateParams params =
        CustomerCreateParams.builder().name(name).email("ada@example.com").build();
    try (FinFusion client =
        FinFusion.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUri()).build()) {
      return client.customers().create(params).id();
    }
  }
}
