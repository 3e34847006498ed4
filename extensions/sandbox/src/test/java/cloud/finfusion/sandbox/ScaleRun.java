package cloud.finfusion.sandbox;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * The program of {@code -Drun=sandbox-scale}: stores payments through the API, as many as its
 * argument says, and prints the heap and the throughput of reads and writes beside those of a
 * sandbox with a thousand. Both are measured in turn, so that what else the machine does slows
 * both.
 */
final class ScaleRun {
  private static final int FEW = 1_000;
  private static final int ROUNDS = 5;
  private static final int WINDOW = 4_000;

  private ScaleRun() {}

  public static void main(String[] args) throws Exception {
    int most = Integer.parseInt(args[0]);
    try (StoredPayments many = new StoredPayments(FEW)) {
      System.out.printf("heap of %d MB%n", Runtime.getRuntime().maxMemory() >> 20);
      fill(many, most);
      try (StoredPayments few = new StoredPayments(FEW)) {
        measure(few, many);
      }
      many.requireComplete();
    }
  }

  private static void fill(StoredPayments payments, int most) throws Exception {
    long base = LiveBytes.now();
    for (int count = 10_000; count <= most; count *= 10) {
      long start = System.nanoTime();
      long collecting = collectingMillis();
      payments.writeUntil(count);
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "%,9d payments: %d bytes each, stored in %.0f s, of which %.1f %% paused by the collector%n",
          count,
          (LiveBytes.now() - base) / (count - FEW),
          seconds,
          (collectingMillis() - collecting) / seconds / 10);
    }
  }

  private static void measure(StoredPayments few, StoredPayments many) throws Exception {
    List<Comparison> comparisons =
        List.of(
            new Comparison("writes", each -> each.writeUntil(each.size() + WINDOW)),
            new Comparison("reads", each -> each.read(WINDOW)),
            new Comparison("pages by status", each -> each.pages(WINDOW / 4)),
            new Comparison("lists by key", each -> each.byKey(WINDOW)));
    System.out.printf("requests a second with %,d and %,d stored%n", few.size(), many.size());
    for (Comparison each : comparisons) {
      each.measure(few, many);
    }
  }

  private static long collectingMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }

  /** Requests of one kind. */
  private record Comparison(String name, Rate rate) {
    void measure(StoredPayments few, StoredPayments many) throws Exception {
      rate.of(few);
      rate.of(many);
      List<Double> withFew = new ArrayList<>();
      List<Double> withMany = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        withFew.add(rate.of(few));
        withMany.add(rate.of(many));
        withMany.add(rate.of(many));
        withFew.add(rate.of(few));
      }
      double change = 100 * (median(withMany) / median(withFew) - 1);
      System.out.printf(
          "%-16s%8.0f%8.0f %+4.0f %% %s%n",
          name,
          median(withFew),
          median(withMany),
          change,
          Math.abs(change) <= 20 ? "" : "not within 20 %");
    }

    private static double median(List<Double> all) {
      return all.stream().sorted().toList().get(all.size() / 2);
    }
  }

  /** Sends requests and returns how many a second. */
  private interface Rate {
    double of(StoredPayments payments) throws Exception;
  }
}
