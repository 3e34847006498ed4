package cloud.finfusion.testing;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class RefusedPortTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  @Test
  void nobodyConnectsToItAndNobodyTakesIt() {
    try (RefusedPort port = RefusedPort.any()) {
      assertThatExceptionOfType(ConnectException.class)
          .isThrownBy(() -> new Socket(HERE, port.number()).close());
      assertThatExceptionOfType(BindException.class)
          .isThrownBy(() -> new ServerSocket(port.number(), 1, HERE).close());
    }
  }
}
