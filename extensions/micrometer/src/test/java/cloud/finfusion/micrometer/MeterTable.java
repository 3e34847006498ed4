package cloud.finfusion.micrometer;

import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of the meters as the README shows it. */
final class MeterTable {
  private static final PrometheusNamingConvention CONVENTION = new PrometheusNamingConvention();

  private MeterTable() {}

  /** Returns the name in Prometheus, without the suffixes of a timer's series. */
  static String prometheusName(FinFusionMeter meter) {
    @Nullable String unit = meter.unit().isEmpty() ? null : meter.unit();
    String name = CONVENTION.name(meter.id(), type(meter), unit);
    return meter.kind() == FinFusionMeter.Kind.COUNTER ? name + "_total" : name;
  }

  private static Meter.Type type(FinFusionMeter meter) {
    return switch (meter.kind()) {
      case COUNTER -> Meter.Type.COUNTER;
      case GAUGE -> Meter.Type.GAUGE;
      case TIMER, HISTOGRAM -> Meter.Type.TIMER;
    };
  }

  static String markdown() {
    String head =
        """
        | meter | in Prometheus | type | unit | tags | what |
        | --- | --- | --- | --- | --- | --- |
        """;
    return Stream.of(FinFusionMeter.values())
        .map(MeterTable::row)
        .collect(Collectors.joining("", head, ""));
  }

  private static String row(FinFusionMeter meter) {
    return "| `%s` | `%s` | %s | %s | %s | %s |\n"
        .formatted(
            meter.id(),
            prometheusName(meter),
            meter.kind().name().toLowerCase(Locale.ROOT),
            meter.unit().isEmpty() ? "–" : meter.unit(),
            String.join(", ", meter.tags()),
            meter.description());
  }
}
