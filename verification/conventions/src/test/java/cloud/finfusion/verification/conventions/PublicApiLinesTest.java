package cloud.finfusion.verification.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.verification.conventions.ExportedTypes.Hidden;
import cloud.finfusion.verification.conventions.ExportedTypes.Kind;
import cloud.finfusion.verification.conventions.ExportedTypes.Pair;
import cloud.finfusion.verification.conventions.ExportedTypes.Shown;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** What a line of the listing says of a type or member, and what has no line. */
class PublicApiLinesTest {
  private static final String PREFIX = ExportedTypes.class.getCanonicalName() + ".";

  @Test
  void aLineIsATypeOrAMemberThatUsersCanName() {
    SortedSet<String> lines =
        PublicApi.lines(List.of(Hidden.class, Shown.class, Pair.class, Kind.class));

    assertThat(lines.stream().map(line -> line.replace(PREFIX, "")))
        .containsExactly(
            "Kind : enum",
            "Kind.ONE : constant",
            "Pair : record",
            "Pair(@Nullable String, int) : new",
            "Pair.left() : @Nullable String",
            "Pair.right() : int",
            "Shown : "
                + "abstract static class<E extends Comparable<E>> extends ExportedTypes.Hidden"
                + " implements Iterable<E>",
            "Shown(int) : protected new",
            "Shown.NAME : static final @Nullable String",
            "Shown.inherited() : void",
            "Shown.of(Collection<? super T>, @Nullable Object @Nullable [], String...) : "
                + "protected abstract <T> Map<T, @Nullable List<? extends T>>"
                + " throws java.io.IOException",
            "Shown.old(byte[]) : @Deprecated static void");
  }
}
