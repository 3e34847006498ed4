package cloud.finfusion.examples.bulk;

/**
 * The rows that one of several machines imports: with {@code 2/8} every eighth row, from the second
 * on. The parts hold each row once.
 */
record InputPart(int number, int of) {
  static final InputPart ALL = new InputPart(1, 1);

  /** Checks the numbers. */
  InputPart {
    if (number < 1 || number > of) {
      throw new IllegalArgumentException("expected a part like 2/8, got " + number + "/" + of);
    }
  }

  static InputPart parse(String text) {
    if (!text.matches("\\d{1,6}/\\d{1,6}")) {
      throw new IllegalArgumentException("expected a part like 2/8, got " + text);
    }
    String[] numbers = text.split("/", -1);
    return new InputPart(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
  }

  boolean holds(long row) {
    return row % of == number - 1;
  }

  /** What the names of this part's files end with, so that no two parts share a file. */
  String suffix() {
    return equals(ALL) ? "" : "." + number + "-of-" + of;
  }
}
