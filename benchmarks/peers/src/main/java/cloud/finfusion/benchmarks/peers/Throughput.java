package cloud.finfusion.benchmarks.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;

/** How many calls end in a second while many are in flight. */
final class Throughput {
  /** Blocks here take far longer than those of single calls. */
  private static final int FEWER_ROUNDS = 3;

  private static final int CALLS = 1000;

  private final Settings settings;
  private final int rounds;
  private final Map<String, Peer> peers;

  Throughput(Settings settings, Map<String, Peer> peers) {
    this.settings = settings;
    this.rounds = Math.max(1, settings.rounds() / FEWER_ROUNDS);
    this.peers = peers;
  }

  /** On such threads. */
  Map<String, Spread> blocking(ThreadFactory threads) throws Exception {
    try (InFlight calls = inFlight(threads)) {
      Map<String, Figure> measures = new LinkedHashMap<>();
      peers.forEach((who, peer) -> measures.put(who, () -> calls.blocking(peer::create)));
      return measured(measures);
    }
  }

  /** On no thread of the caller's. */
  Map<String, Spread> async() throws Exception {
    try (InFlight calls = inFlight(Thread::new)) {
      Map<String, Figure> measures = new LinkedHashMap<>();
      peers.forEach(
          (who, peer) -> {
            if (peer instanceof Peer.Async async) {
              measures.put(who, () -> calls.async(async));
            }
          });
      return measured(measures);
    }
  }

  private InFlight inFlight(ThreadFactory threads) {
    return new InFlight(settings.inFlight(), CALLS, threads);
  }

  private Map<String, Spread> measured(Map<String, Figure> measures) throws Exception {
    Map<String, double[]> figures = new LinkedHashMap<>();
    List<Rounds.Block> blocks = new ArrayList<>();
    measures.forEach(
        (who, measure) -> {
          double[] perSecond = new double[rounds];
          figures.put(who, perSecond);
          blocks.add(
              round -> {
                double measured = measure.perSecond();
                if (round >= 0) {
                  perSecond[round] = measured;
                }
              });
        });
    Rounds.interleave(rounds, blocks);
    Map<String, Spread> spreads = new LinkedHashMap<>();
    figures.forEach((who, perSecond) -> spreads.put(who, Spread.of(perSecond)));
    return spreads;
  }

  private interface Figure {
    double perSecond() throws Exception;
  }
}
