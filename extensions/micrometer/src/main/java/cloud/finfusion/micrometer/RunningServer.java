package cloud.finfusion.micrometer;

import com.sun.net.httpserver.HttpServer;
import java.util.concurrent.CompletableFuture;

/** An HTTP server that runs, and its threads. */
record RunningServer(HttpServer server, EndpointThreads threads) {

  /** Starts the server on these threads; closes both if the server does not start. */
  static RunningServer start(HttpServer server, EndpointThreads threads) {
    RunningServer running = new RunningServer(server, threads);
    try {
      server.setExecutor(threads);
      CompletableFuture.runAsync(server::start, threads).join(); // its own thread is a daemon then
    } catch (RuntimeException notStarted) {
      running.stop();
      throw notStarted;
    }
    return running;
  }

  int port() {
    return server.getAddress().getPort();
  }

  void stop() {
    server.stop(0);
    threads.shutdown();
  }
}
