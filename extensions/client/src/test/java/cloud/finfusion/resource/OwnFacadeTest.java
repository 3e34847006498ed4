package cloud.finfusion.resource;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.api.CustomersApi;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.model.Customer;
import cloud.finfusion.spi.Transport;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.RecordingListener;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A facade of a user's own runs on the client's pipeline. */
class OwnFacadeTest {
  @AutoClose private final FakeServer server = new FakeServer();
  private final RecordingListener listener = new RecordingListener();

  /** As a generated one, but with a method of its own. */
  static final class Regulars {
    private final Transport transport;
    private final CustomersApi api;

    Regulars(Transport transport) {
      this.transport = transport;
      this.api = transport.api(CustomersApi.class);
    }

    Customer first() {
      return transport.execute(api.retrieveCustomer("cust_1"), CallOptions.none());
    }
  }

  @Test
  void itIsRetriedSignedAndObservedAsAnyOther() {
    server.responds(FakeServer.status(503), FakeServer.json(Samples.CUSTOMER));
    try (FinFusion client = TestClients.of(server).listener(listener).build()) {
      Customer customer = client.resource(Regulars::new).first();

      assertThat(customer.id()).isEqualTo("cust_1");
      assertThat(server.headers("Authorization")).containsOnly("Bearer " + Samples.KEY).hasSize(2);
      assertThat(listener.calls()).hasSize(1);
    }
  }
}
