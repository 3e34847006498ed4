package cloud.finfusion.file;

/**
 * Is called while a file is sent or received, on the thread that does it, for each block of up to 8
 * KiB. It must not block; exceptions it throws are logged and ignored.
 */
@FunctionalInterface
public interface Progress {
  /**
   * More bytes were sent or received. A file that is sent again counts from 0 again.
   *
   * @param bytes how many up to now
   * @param total how many there are in all; -1 if that is not known
   */
  void moved(long bytes, long total);
}
