package cloud.finfusion.sandbox.internal.compact;

import java.util.Arrays;

/** A list of numbers, at 4 to 6 bytes each. */
public final class IntColumn {
  private int[] values = new int[16];
  private int size;

  public void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + size / 2);
    }
    values[size++] = value;
  }

  public int get(int position) {
    return values[position];
  }

  public void set(int position, int value) {
    values[position] = value;
  }
}
