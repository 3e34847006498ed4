package cloud.finfusion.benchmarks.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Calls one after the other: what each costs its caller. */
final class Calls {
  private final Settings settings;
  private final Map<String, Map<String, Meter>> groups = new LinkedHashMap<>();

  Calls(Settings settings) {
    this.settings = settings;
  }

  /** Adds one to a group; the first of a group is what the others are compared with. */
  Calls add(String group, String who, Callable<?> call) {
    groups
        .computeIfAbsent(group, unknown -> new LinkedHashMap<>())
        .put(who, new Meter(call, settings.rounds()));
    return this;
  }

  /** Measures all groups, interleaved; returns the costs by group and name. */
  Map<String, Map<String, Cost>> measure() throws Exception {
    List<Rounds.Block> blocks = new ArrayList<>();
    groups
        .values()
        .forEach(
            group ->
                group
                    .values()
                    .forEach(meter -> blocks.add(round -> meter.block(round, settings.calls()))));
    Rounds.interleave(settings.rounds(), blocks);
    Map<String, Map<String, Cost>> costs = new LinkedHashMap<>();
    groups.forEach((name, group) -> costs.put(name, costs(group)));
    return costs;
  }

  private static Map<String, Cost> costs(Map<String, Meter> group) {
    Map<String, Cost> costs = new LinkedHashMap<>();
    group.forEach((who, meter) -> costs.put(who, meter.cost()));
    return costs;
  }
}
