package cloud.finfusion.internal.cache;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.spi.ReadKey;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Keys are equal for the same read by the same owner, whatever their names, and else never. */
class CacheKeyTest {
  /** Two texts of the same hash. */
  private static final String ONE = "Aa";

  private static final String OTHER = "BB";

  private static ReadKey read(String argument) {
    return ReadKey.of("customers.retrieve", Object.class, argument);
  }

  private static CacheKey key(String argument, String owner) {
    return CacheKey.of(read(argument), owner, "customer", "customer." + argument);
  }

  @Test
  void whatIsLookedForIsEqualToWhatIsKept() {
    assertThat(CacheKey.lookup(read(ONE), ONE))
        .isEqualTo(key(ONE, ONE))
        .hasSameHashCodeAs(key(ONE, ONE));
  }

  @Test
  void anotherReadOrOwnerIsAnotherKeyThoughTheirHashesAreTheSame() {
    assertThat(ONE).hasSameHashCodeAs(OTHER);

    assertThat(key(ONE, ONE))
        .isNotEqualTo(key(ONE, OTHER))
        .isNotEqualTo(key(OTHER, ONE))
        .isNotEqualTo(key("x", ONE))
        .isNotEqualTo(key(ONE, "x"))
        .isNotEqualTo(read(ONE));
  }

  @Test
  void manyReadsOfOneOwnerAndManyOwnersOfOneReadHaveHashesOfTheirOwn() {
    assertThat(
            IntStream.range(0, 1000)
                .mapToObj(i -> key("cust_" + i, ONE).hashCode())
                .collect(Collectors.toSet()))
        .hasSizeGreaterThan(990);
    assertThat(
            IntStream.range(0, 1000)
                .mapToObj(i -> key(ONE, "owner" + i).hashCode())
                .collect(Collectors.toSet()))
        .hasSizeGreaterThan(990);
  }

  @Test
  void itIsPrintedByItsName() {
    CacheKey key = key("cust_1", "owner");

    assertThat(key).hasToString("customer.cust_1");
    assertThat(key.name()).isEqualTo("customer.cust_1");
    assertThat(key.family()).isEqualTo("customer");
    assertThat(key.isOwnedBy("owner")).isTrue();
    assertThat(key.isOwnedBy("other")).isFalse();
  }
}
