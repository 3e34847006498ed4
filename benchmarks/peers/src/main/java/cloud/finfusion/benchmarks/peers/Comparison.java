package cloud.finfusion.benchmarks.peers;

import cloud.finfusion.FinFusion;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import okhttp3.OkHttp;

/** Measures everything and prints one table. */
final class Comparison {
  private static final String CACHED = "GET customer, cached";

  private final Settings settings = Settings.ofProperties();
  private final Table table = new Table();

  private Comparison() {}

  /** Takes about two minutes by default. */
  public static void main(String[] arguments) throws Exception {
    double load = load();
    try (LoopbackServer server = LoopbackServer.start()) {
      Table table = new Comparison().measured(server.url());
      System.out.println(table);
      System.out.println(note(load, server.cpuPerRequest()));
    }
    System.exit(0); // threads of clients that stay for a minute
  }

  private static String note(double load, double serverCpu) {
    return String.format(
        Locale.ROOT,
        """
        Medians of blocks that take turns; × is the ratio to the first of the group. CPU and bytes: the caller's.
        Raw: no JSON, no system call. The response comes from a socket in memory, below all layers, or
        from an interceptor of the user's, above signing and what watches attempts.
        Added: more than OkHttp and Retrofit's request together.
        In flight: room for as many idle connections, except where the default pool is named.
        JDK %s, %d processors, load average %.1f before, %.1f after; OkHttp %s.
        The server: one thread of this JVM, %.1f µs of CPU time a request.""",
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        load,
        load(),
        OkHttp.VERSION,
        serverCpu);
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private Table measured(String url) throws Exception {
    Calls calls = new Calls(settings);
    oneByOne(url).forEach((who, peer) -> calls.add("POST", who, peer::create));
    oneByOne(url).forEach((who, peer) -> calls.add("GET", who, peer::retrieve));
    calls.measure().forEach(table::costs);
    layers();
    cached(url);
    inFlight(new Throughput(settings, sideBySide(url)));
    return table;
  }

  private static Map<String, Peer> oneByOne(String url) {
    Map<String, Peer> peers = new LinkedHashMap<>();
    peers.put("OkHttp", new OkHttpPeer(OkHttpPeer.client().build(), url));
    peers.put("Retrofit", new RetrofitPeer(OkHttpPeer.client().build(), url));
    peers.put("stripe-java", new StripePeer(url));
    peers.put("ours", new FinFusionPeer(FinFusionPeer.client(url).build()));
    peers.put("ours, all layers", new FinFusionPeer(FinFusionPeer.allLayers(url).build()));
    return peers;
  }

  private void layers() throws Exception {
    Calls calls = new Calls(settings.longer(2));
    Layers.addTo(calls);
    calls
        .measure()
        .forEach(
            (group, costs) -> {
              table.costs(group, costs);
              table.added(group, Layers.OURS, costs, Layers.REQUEST);
              table.added(group, Layers.ALL, costs, Layers.REQUEST);
            });
  }

  private void cached(String url) throws Exception {
    FinFusionPeer ours = new FinFusionPeer(FinFusionPeer.allLayers(url).build());
    new Calls(settings.longer(20))
        .add(CACHED, "ours", ours::retrieveCustomer)
        .measure()
        .forEach(table::costs);
  }

  /** All with connections for as many as are in flight, and with their own defaults. */
  private Map<String, Peer> sideBySide(String url) {
    int connections = settings.inFlight();
    FinFusion.Builder ours = FinFusionPeer.client(url).httpClient(OkHttpPeer.pooling(connections));
    FinFusion.Builder all =
        FinFusionPeer.allLayers(url).httpClient(OkHttpPeer.pooling(connections));
    Map<String, Peer> peers = new LinkedHashMap<>();
    peers.put("OkHttp", new OkHttpPeer(OkHttpPeer.pooling(connections), url));
    peers.put("Retrofit", new RetrofitPeer(OkHttpPeer.pooling(connections), url));
    peers.put("stripe-java", new StripePeer(url));
    peers.put("ours", new FinFusionPeer(ours.build()));
    peers.put("ours, all layers", new FinFusionPeer(all.build()));
    peers.put("OkHttp, default pool", new OkHttpPeer(OkHttpPeer.client().build(), url));
    peers.put("ours, default pool", new FinFusionPeer(FinFusionPeer.client(url).build()));
    return peers;
  }

  private void inFlight(Throughput calls) throws Exception {
    String at = "POST, " + settings.inFlight() + " in flight, ";
    table.throughput(at + "threads", calls.blocking(Thread::new));
    table.throughput(at + "async", calls.async());
    Optional<ThreadFactory> virtual = VirtualThreads.factory();
    if (virtual.isPresent()) {
      table.throughput(at + "virtual threads", calls.blocking(virtual.get()));
    }
  }
}
