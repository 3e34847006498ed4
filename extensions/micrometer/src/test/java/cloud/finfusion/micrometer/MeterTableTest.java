package cloud.finfusion.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of meters, and the README's copy of it. */
class MeterTableTest {
  private static final Path README = Path.of("README.md");
  private static final String START = "<!-- meters, from FinFusionMeter -->\n";
  private static final String END = "<!-- end of meters -->";

  @Test
  void theReadmeHasTheTable() throws IOException {
    String text = Files.readString(README);
    int start = text.indexOf(START) + START.length();
    int end = text.indexOf(END);
    if (Boolean.getBoolean("meters.update")) {
      text = text.substring(0, start) + MeterTable.markdown() + text.substring(end);
      Files.writeString(README, text);
      end = text.indexOf(END);
    }

    assertThat(text.substring(start, end))
        .as("the table in README.md; -Dmeters.update=true writes it")
        .isEqualTo(MeterTable.markdown());
  }

  @Test
  void namesAreDistinctAndBeginWithTheProduct() {
    List<FinFusionMeter> meters = List.of(FinFusionMeter.values());

    assertThat(meters).extracting(MeterTable::prometheusName).doesNotHaveDuplicates();
    assertThat(meters)
        .extracting(FinFusionMeter::id)
        .doesNotHaveDuplicates()
        .allMatch(each -> each.matches("finfusion(\\.[a-z]+)+"));
  }

  @ParameterizedTest
  @EnumSource
  void everyMeterSaysWhatItIs(FinFusionMeter meter) {
    assertThat(meter.description()).isNotBlank().doesNotContain("|", "\n");
    assertThat(meter.tags()).startsWith("client").doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void theRegistryGetsNameUnitTagsAndDescription(FinFusionMeter meter) {
    var registry = new ClientMeterRegistry(new SimpleMeterRegistry(), "shop");
    String[] values = meter.tags().stream().skip(1).map(tag -> "a " + tag).toArray(String[]::new);

    var id =
        switch (meter.kind()) {
          case COUNTER -> registry.counter(meter, values).getId();
          case GAUGE -> registry.gauge(meter, () -> 1, values).getId();
          case TIMER, HISTOGRAM -> registry.timer(meter, values).getId();
        };

    assertThat(id.getName()).isEqualTo(meter.id());
    assertThat(id.getDescription()).isEqualTo(meter.description());
    assertThat(id.getBaseUnit()).isEqualTo(meter.unit().isEmpty() ? null : meter.unit());
    assertThat(id.getTags())
        .extracting(tag -> tag.getKey())
        .containsExactlyInAnyOrderElementsOf(meter.tags());
    assertThat(meter.tags())
        .extracting(id::getTag)
        .containsExactlyElementsOf(Stream.concat(Stream.of("shop"), Stream.of(values)).toList());
  }

  @Test
  void aMeterWithoutAValueForEachTagIsRefused() {
    var registry = new ClientMeterRegistry(new SimpleMeterRegistry(), "shop");

    assertThatThrownBy(() -> registry.counter(FinFusionMeter.RETRIES, "payments.create"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("finfusion.retries has the tags [client, operation, reason]");
  }
}
