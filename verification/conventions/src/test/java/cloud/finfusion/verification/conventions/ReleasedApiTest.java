package cloud.finfusion.verification.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.verification.specdiff.Change;
import cloud.finfusion.verification.specdiff.Verdict;
import cloud.finfusion.verification.specdiff.Version;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What users can call, compared with the last release: the check of the specification's changes
 * compares two specifications with the templates of today, and so does not see a changed template.
 */
class ReleasedApiTest {
  private static final Path RELEASED = Path.of("../../spec/released-api.txt");
  private static final Version BUILD = Version.of(System.getProperty("finfusion.version"));

  @Test
  void theVersionAllowsWhatChangedSinceTheRelease() throws IOException, URISyntaxException {
    SortedSet<String> today = today();
    boolean writes = System.getProperty("api.released") != null;
    ReleasedApi released =
        writes && Files.notExists(RELEASED)
            ? new ReleasedApi(BUILD, today)
            : ReleasedApi.read(RELEASED);
    List<String> differences = released.differences(today);
    Verdict verdict = new Verdict(ReleasedApi.change(differences), released.version(), BUILD);

    assertThat(verdict.fails())
        .as(
            "what users can call: %s%nSet a version that allows it. Before the first release:"
                + " delete spec/released-api.txt and run mvn -q -Drun=api -Dapi.released=write%n%s",
            verdict, String.join("\n", differences))
        .isFalse();
    if (writes) {
      new ReleasedApi(BUILD, today).write(RELEASED);
    }
  }

  private static SortedSet<String> today() throws IOException, URISyntaxException {
    SortedSet<String> all = new TreeSet<>();
    for (PublishedModule each : PublishedModule.values()) {
      all.addAll(PublicApi.lines(each.exportedClasses()));
    }
    return all;
  }

  @Test
  void whatIsTakenAwayBreaksAndWhatIsNewDoesNot() {
    ReleasedApi released =
        new ReleasedApi(Version.of("1.2.3"), new TreeSet<>(List.of("A.b() : int", "A : class")));

    assertThat(change(released, "A : class", "A.b() : int")).isEqualTo(Change.NONE);
    assertThat(change(released, "A : class", "A.b() : int", "A.c() : int")).isEqualTo(Change.MINOR);
    assertThat(change(released, "A : class", "A.b() : long")).isEqualTo(Change.MAJOR);
    assertThat(released.differences(new TreeSet<>(List.of("A : class", "A.b() : long"))))
        .containsExactly("- A.b() : int", "+ A.b() : long");
  }

  private static Change change(ReleasedApi released, String... today) {
    return ReleasedApi.change(released.differences(new TreeSet<>(List.of(today))));
  }
}
