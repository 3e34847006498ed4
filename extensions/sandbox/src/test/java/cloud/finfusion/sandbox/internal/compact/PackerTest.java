package cloud.finfusion.sandbox.internal.compact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is packed takes little, and comes back as it was, whatever was packed since. */
class PackerTest {
  private final Packer packer = new Packer();

  @Test
  void allTextsComeBackWithAnyDictionary() {
    List<String> texts = IntStream.range(0, 3_000).mapToObj(PackerTest::payment).toList();

    List<byte[]> packed = texts.stream().map(packer::pack).toList();

    assertThat(packed.stream().map(packer::unpack)).containsExactlyElementsOf(texts);
  }

  @Test
  void textsThatResembleEachOtherTakeAFractionOfTheirLength() {
    IntStream.range(0, 100).forEach(i -> packer.pack(payment(i)));

    assertThat(packer.pack(payment(100)).length).isLessThan(payment(100).length() / 3);
  }

  @Test
  void anyTextComesBack() {
    String large = "\u20ac\ud83d\ude00".repeat(20_000);

    assertThat(packer.unpack(packer.pack(""))).isEmpty();
    assertThat(packer.unpack(packer.pack(large))).isEqualTo(large);
  }

  @Test
  void aTextThatWasAmongTheLastIsKeptOnce() {
    byte[] resource = packer.pack(payment(1));
    packer.pack(payment(2));

    assertThat(packer.pack(payment(1))).isSameAs(resource);
  }

  private static String payment(int i) {
    return "{\"id\":\"pay_%s\",\"status\":\"succeeded\",\"amount\":{\"value\":%d,\"currency\":\"EUR\"}}"
        .formatted(Long.toString(Hash.of("" + i), 36), 1_000 + i);
  }
}
