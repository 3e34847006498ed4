package cloud.finfusion.sandbox.internal.compact;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Packs texts that resemble each other into few bytes. They are deflated with a dictionary of texts
 * packed before, which is renewed whenever their number has doubled, so that it follows what a
 * sandbox is used for. A text that was among the last few gives the same array again: a resource
 * and the response that shows it are kept once. Thread-safe.
 */
public final class Packer {
  private static final int RECENT = 8;

  /** A longer dictionary takes more time and saves next to nothing. */
  private static final int DICTIONARY = 2_048;

  private final Deque<Packed> recent = new ArrayDeque<>(RECENT);

  /** At most one more for each bit of the count, so that a byte can number them. */
  private final List<byte[]> dictionaries = new ArrayList<>(List.of(new byte[0]));

  private long count;

  /** Do not change the array, which may belong to an equal text too. */
  public synchronized byte[] pack(String text) {
    for (Packed each : recent) {
      if (each.text.equals(text)) {
        return each.bytes;
      }
    }
    byte[] bytes = packNew(text);
    if (recent.size() == RECENT) {
      recent.removeFirst();
    }
    recent.addLast(new Packed(text, bytes));
    return bytes;
  }

  public synchronized String unpack(byte[] bytes) {
    byte[] plain = Deflate.inflate(bytes, dictionaries.get(bytes[0]));
    return new String(plain, StandardCharsets.UTF_8);
  }

  private byte[] packNew(String text) {
    count++;
    if (count >= RECENT && Long.bitCount(count) == 1) {
      dictionaries.add(dictionary());
    }
    int number = dictionaries.size() - 1;
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    return Deflate.deflate(plain, dictionaries.get(number), (byte) number);
  }

  /** The last of the recent texts come last, where references to them are shortest. */
  private byte[] dictionary() {
    StringBuilder texts = new StringBuilder();
    recent.stream().map(each -> each.text).forEach(texts::append);
    String newest = texts.substring(Math.max(0, texts.length() - DICTIONARY));
    return newest.getBytes(StandardCharsets.UTF_8);
  }

  /** A text and what it was packed into. */
  private static final class Packed {
    final String text;
    final byte[] bytes;

    Packed(String text, byte[] bytes) {
      this.text = text;
      this.bytes = bytes;
    }
  }
}
