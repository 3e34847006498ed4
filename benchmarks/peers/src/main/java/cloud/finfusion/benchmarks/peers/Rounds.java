package cloud.finfusion.benchmarks.peers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Lets blocks take turns, in another order each round; as many rounds before only warm up. */
final class Rounds {
  private Rounds() {}

  /** Something that is measured block by block. */
  interface Block {
    /** A round below zero only warms up. */
    void run(int round) throws Exception;
  }

  static void interleave(int rounds, List<? extends Block> blocks) throws Exception {
    List<Block> order = new ArrayList<>(blocks);
    Random random = new Random(1);
    for (int round = -rounds; round < rounds; round++) {
      Collections.shuffle(order, random);
      for (Block each : order) {
        each.run(round);
      }
    }
  }
}
