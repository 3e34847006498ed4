package cloud.finfusion.internal.call;

/**
 * Refuses to start a call at the end of its thread's stack, while the call holds nothing: later, a
 * StackOverflowError could come between the end of an attempt and the release of its permits.
 */
final class StackReserve {
  /** Three times the frames from here to the socket; a decision of this project. */
  private static final int FRAMES = 120;

  private StackReserve() {}

  /**
   * Uses the stack and gives it back.
   *
   * @throws StackOverflowError if there is not enough
   */
  static void check() {
    var unused = used(FRAMES, 1, 2, 3);
  }

  private static long used(int frames, long first, long second, long third) {
    return frames == 0 ? first : used(frames - 1, second, third, first) + third;
  }
}
