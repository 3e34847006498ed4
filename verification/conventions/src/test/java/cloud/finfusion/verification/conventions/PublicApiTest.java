package cloud.finfusion.verification.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A change of what users can call is seen in review: in the listing that is committed with it. */
class PublicApiTest {
  @ParameterizedTest
  @EnumSource
  void theListingIsThatOfTheCode(PublishedModule module) throws IOException, URISyntaxException {
    Path listing = Path.of("../..", module.listing());
    SortedSet<String> actual = PublicApi.lines(module.writtenClasses());
    if (System.getProperty("api.update") != null) {
      Files.write(listing, actual);
    }

    SortedSet<String> listed = new TreeSet<>(Files.readAllLines(listing));

    assertThat(difference(listed, actual))
        .as(
            "%s differs from the code. If that is meant, run mvn -q -Drun=api and commit it",
            module.listing())
        .isEmpty();
  }

  private static String difference(SortedSet<String> listed, SortedSet<String> actual) {
    return Stream.concat(only(listed, actual, "- "), only(actual, listed, "+ "))
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> only(SortedSet<String> of, SortedSet<String> not, String sign) {
    return of.stream().filter(line -> !not.contains(line)).map(line -> sign + line);
  }
}
