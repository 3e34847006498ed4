package cloud.finfusion.redis;

import cloud.finfusion.FinFusion;
import cloud.finfusion.model.CustomerCreateParams;
import cloud.finfusion.sandbox.Sandbox;

/** Customers of a sandbox that no instance with a cache created. */
final class TestCustomers {
  private TestCustomers() {}

  /** Creates a customer and returns its id. */
  static String create(Sandbox sandbox) {
    CustomerCreateParams ada =
        CustomerCreateParams.builder().name("Ada").email("ada@example.com").build();
    try (FinFusion client =
        FinFusion.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUri()).build()) {
      return client.customers().create(ada).id();
    }
  }
}
