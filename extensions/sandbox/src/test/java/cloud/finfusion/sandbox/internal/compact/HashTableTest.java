package cloud.finfusion.sandbox.internal.compact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The table has what a map has, also when hashes are alike in their low bits. */
class HashTableTest {
  private final HashTable table = new HashTable();

  @Test
  void itHasWhatAMapHas() {
    Map<Long, Integer> map = new HashMap<>();
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      long hash = ((long) random.nextInt(3_000) << 32) | (1 + random.nextInt(3));
      map.put(hash, i);
      table.put(hash, i);
    }

    map.forEach((hash, value) -> assertThat(table.get(hash, -1)).isEqualTo(value));
    assertThat(table.get(7, -1)).isEqualTo(-1);
  }

  @Test
  void aHashOfZeroIsAHash() {
    assertThat(table.get(0, -1)).isEqualTo(-1);

    table.put(0, 5);

    assertThat(table.get(0, -1)).isEqualTo(5);
  }
}
