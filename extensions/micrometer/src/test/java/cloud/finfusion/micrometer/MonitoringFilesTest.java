package cloud.finfusion.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The rules and the dashboard use the names that the meters have. */
class MonitoringFilesTest {
  private static final Pattern METRIC = Pattern.compile("\\bfinfusion_[a-z0-9_]+");
  private static final Pattern RULE = Pattern.compile("\\bfinfusion:[a-z0-9_:]+");

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String rules() throws IOException {
    return Files.readString(MonitoringFiles.RECORDING_RULES)
        + Files.readString(MonitoringFiles.ALERT_RULES);
  }

  private static String text() throws IOException {
    StringBuilder text = new StringBuilder(rules());
    for (Path each : MonitoringFiles.RULES_TESTS) {
      text.append(Files.readString(each));
    }
    MonitoringFiles.dashboardExpressions().forEach(text::append);
    MonitoringFiles.variableQueries().forEach(text::append);
    return text.toString();
  }

  private static Stream<String> series(FinFusionMeter meter) {
    String name = MeterTable.prometheusName(meter);
    return switch (meter.kind()) {
      case COUNTER, GAUGE -> Stream.of(name);
      case TIMER -> Stream.of(name + "_count", name + "_sum", name + "_max");
      case HISTOGRAM -> Stream.of(name + "_bucket", name + "_count", name + "_sum", name + "_max");
    };
  }

  @Test
  void everyMetricOfTheFilesIsOneOfTheTable() throws IOException {
    Set<String> names =
        Stream.of(FinFusionMeter.values())
            .flatMap(MonitoringFilesTest::series)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(found(METRIC, text())).isNotEmpty().isSubsetOf(names);
  }

  @Test
  void theDashboardShowsEveryMeter() throws IOException {
    Set<String> shown = found(METRIC, String.join("\n", MonitoringFiles.dashboardExpressions()));

    assertThat(FinFusionMeter.values())
        .allSatisfy(meter -> assertThat(series(meter)).containsAnyElementsOf(shown));
  }

  @Test
  void everyRecordedNameThatIsUsedIsRecorded() throws IOException {
    Set<String> recorded =
        found(
            Pattern.compile("(?<=record: )\\S+"),
            Files.readString(MonitoringFiles.RECORDING_RULES));

    assertThat(found(RULE, text())).isNotEmpty().isSubsetOf(recorded);
  }

  @Test
  void whatIsSummedByClientIsSummedByJobToo() throws IOException {
    String all = rules() + String.join("\n", MonitoringFiles.dashboardTemplates());

    assertThat(found(Pattern.compile("\\b(by|on) ?\\([^)]*client[^)]*\\)"), all))
        .isNotEmpty()
        .allMatch(each -> each.contains("(job, client"));
  }

  @Test
  void theDashboardShowsTheJobsAndClientsThatAreChosen() throws IOException {
    for (String each : MonitoringFiles.dashboardTemplates()) {
      assertThat(found(Pattern.compile("\\{[^}]*}"), each))
          .as(each)
          .isNotEmpty()
          .allMatch(selector -> selector.startsWith("{job=~\"$job\", client=~\"$client\""));
    }
  }

  @Test
  void aClientThatWasClosedCanStillBeChosen() throws IOException {
    try (PrometheusReporter reporter = PrometheusReporter.at("/metrics").port(0)) {
      FixedClient client = new FixedClient("c", true, FixedClient.FULL);
      reporter.attach(client);
      reporter.detach(client);

      assertThat(MonitoringFiles.variableQueries())
          .hasSize(2)
          .allSatisfy(
              query ->
                  assertThat(reporter.scrape())
                      .contains(found(METRIC, query).iterator().next() + "{client=\"c\""));
    }
  }

  @Test
  void thePanelsHaveIdsOfTheirOwnAndATitle() throws IOException {
    List<JsonObject> panels = MonitoringFiles.panels();

    assertThat(panels).extracting(each -> each.get("id").getAsInt()).doesNotHaveDuplicates();
    assertThat(panels).extracting(each -> each.get("title").getAsString()).doesNotHaveDuplicates();
  }

  @Test
  @EnabledIf("cloud.finfusion.micrometer.Promtool#isInstalled")
  void promtoolAcceptsTheRulesAndTheirTests() throws Exception {
    assertThat(
            Promtool.complaints(
                "",
                "check",
                "rules",
                MonitoringFiles.RECORDING_RULES.toString(),
                MonitoringFiles.ALERT_RULES.toString()))
        .isEmpty();
    for (Path each : MonitoringFiles.RULES_TESTS) {
      assertThat(Promtool.complaints("", "test", "rules", each.toString())).isEmpty();
    }
  }
}
