package cloud.finfusion.micrometer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** A server that does not start leaves neither its port nor its threads behind. */
class RunningServerTest {
  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private final EndpointThreads threads = new EndpointThreads(Duration.ofDays(1));

  @Test
  void aServerThatDoesNotStartIsClosedWithItsThreads() throws Exception {
    HttpServer server = HttpServer.create(ANY, 0);
    int port = server.getAddress().getPort();
    server.start();

    assertThatThrownBy(() -> RunningServer.start(server, threads))
        .isInstanceOf(IllegalStateException.class);

    assertThatThrownBy(() -> new Socket(ANY.getAddress(), port).close())
        .isInstanceOf(ConnectException.class);
    assertThatThrownBy(() -> threads.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }
}
