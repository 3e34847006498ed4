package cloud.finfusion.benchmarks.peers;

import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The figures as a table in Markdown; each ratio is to the first of its group. */
final class Table {
  private static final String NONE = " |";

  private final StringBuilder text =
      new StringBuilder(
          """
          | | | wall µs, middle half | × | CPU µs | × | bytes | × | calls/s, middle half | × |
          |---|---|---|---|---|---|---|---|---|---|
          """);

  /** Adds calls made one after the other. */
  void costs(String group, Map<String, Cost> costs) {
    Cost first = costs.values().iterator().next();
    costs.forEach(
        (who, cost) ->
            row(
                group,
                who,
                spread("%.2f", cost.wall())
                    + ratio(cost.wall(), first.wall())
                    + cell("%.2f", cost.cpu().median())
                    + ratio(cost.cpu(), first.cpu())
                    + cell("%,.0f", cost.bytes().median())
                    + ratio(cost.bytes(), first.bytes())
                    + NONE.repeat(2)));
  }

  /** Adds what one costs more than the first of its group and another together. */
  void added(String group, String who, Map<String, Cost> costs, String without) {
    row(
        group,
        "**" + who + ": added**",
        cell("%+.2f", added(costs, who, without, cost -> cost.wall().median()))
            + NONE
            + cell("%+.2f", added(costs, who, without, cost -> cost.cpu().median()))
            + NONE
            + cell("%+,.0f", added(costs, who, without, cost -> cost.bytes().median()))
            + NONE.repeat(3));
  }

  private static double added(
      Map<String, Cost> costs, String who, String without, ToDoubleFunction<Cost> figure) {
    Cost first = costs.values().iterator().next();
    return figure.applyAsDouble(costs.get(who))
        - figure.applyAsDouble(first)
        - figure.applyAsDouble(costs.get(without));
  }

  /** Adds calls made at once. */
  void throughput(String group, Map<String, Spread> perSecond) {
    Spread first = perSecond.values().iterator().next();
    perSecond.forEach(
        (who, figure) ->
            row(group, who, NONE.repeat(6) + spread("%,.0f", figure) + ratio(figure, first)));
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private void row(String group, String who, String cells) {
    text.append("| ").append(group).append(" | ").append(who).append(" |").append(cells);
    text.append('\n');
  }

  private static String spread(String format, Spread of) {
    String three = format + " [" + format + ".." + format + "]";
    return cell(three, of.median(), of.lower(), of.upper());
  }

  private static String ratio(Spread of, Spread to) {
    return cell("%.2f", of.median() / to.median());
  }

  private static String cell(String format, Object... figures) {
    return String.format(Locale.ROOT, " " + format + " |", figures);
  }
}
