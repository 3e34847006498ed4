package cloud.finfusion.sandbox.internal.server;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** Jetty with the sandbox's settings: few threads, all daemons, and a stop without a grace time. */
public final class JettyServer {
  private static final String NAME = "finfusion-sandbox";
  private static final int MAX_THREADS = 64;
  private static final int MIN_THREADS = 4;
  private static final int IDLE_MILLIS = 60_000;

  private final Server server;
  private final ServerConnector connector;

  public JettyServer(String host, int port, Handler handler) {
    server = new Server(threads(), new ScheduledExecutorScheduler(NAME + "-timer", true), null);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(handler);
    server.setErrorHandler(new JettyErrorHandler());
    server.setStopTimeout(0);
  }

  public static int requirePort(int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("A port is 0 to 65535, not " + port);
    }
    return port;
  }

  public URI start() {
    try {
      server.start();
      return new URI("http", null, connector.getHost(), connector.getLocalPort(), null, null, null);
    } catch (IOException e) {
      stop();
      Throwable reason = e.getCause() == null ? e : e.getCause(); // Jetty names the address again
      throw new IllegalStateException(
          "Cannot listen on %s:%d: %s. Choose another port; without one a free one is taken."
              .formatted(connector.getHost(), connector.getPort(), reason.getMessage()),
          e);
    } catch (Exception e) {
      stop();
      throw new IllegalStateException("The sandbox's server did not start", e);
    }
  }

  public void stop() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The sandbox's server did not stop", e);
    }
  }

  private static QueuedThreadPool threads() {
    // Jetty's own queue starts the platform's MBeans, for the size of a cache line
    BlockingQueue<Runnable> jobs = new LinkedBlockingQueue<>();
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS, IDLE_MILLIS, jobs);
    threads.setName(NAME);
    threads.setDaemon(true);
    threads.setReservedThreads(0);
    threads.setStopTimeout(500);
    return threads;
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    // ids may contain any encoded character, also %2F
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    return configuration;
  }
}
