package cloud.finfusion.sandbox.internal.compact;

/**
 * A number for each of many texts, of which it keeps only the {@link Hash}: 15 to 23 bytes each,
 * where a map takes 150. Open addressing with linear probing; nothing is ever removed.
 */
public final class HashTable {
  private static final int SMALLEST = 16;

  /** The hashes; 0 where there is none. */
  private long[] hashes = new long[SMALLEST];

  private int[] values = new int[SMALLEST];
  private int size;

  /** The number of a text, or the other one if it has none. */
  public int get(long hash, int other) {
    int slot = slotOf(hash);
    return hashes[slot] == 0 ? other : values[slot];
  }

  public void put(long hash, int value) {
    if (size >= hashes.length / 5 * 4) {
      grow();
    }
    int slot = slotOf(hash);
    if (hashes[slot] == 0) {
      size++;
    }
    hashes[slot] = present(hash);
    values[slot] = value;
  }

  /** Where the hash is, or where it would be put. */
  private int slotOf(long hash) {
    long wanted = present(hash);
    int slot = (int) Math.floorMod(wanted, (long) hashes.length);
    while (hashes[slot] != 0 && hashes[slot] != wanted) {
      slot = slot + 1 == hashes.length ? 0 : slot + 1;
    }
    return slot;
  }

  /** A hash of 0 is taken as 1, since 0 marks an empty slot. */
  private static long present(long hash) {
    return hash == 0 ? 1 : hash;
  }

  /** By half, which leaves less unused than doubling. */
  private void grow() {
    long[] oldHashes = hashes;
    int[] oldValues = values;
    hashes = new long[oldHashes.length / 2 * 3];
    values = new int[hashes.length];
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldHashes[i] != 0) {
        int slot = slotOf(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
