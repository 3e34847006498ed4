package cloud.finfusion.file;

import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SplittableRandom;

/** A file of bytes that look random, made while it is read, and the digests of files. */
final class MadeFile extends InputStream {
  private final SplittableRandom random = new SplittableRandom(17);
  private final byte[] block = new byte[8192];
  private int used = block.length;
  private long left;

  MadeFile(long length) {
    this.left = length;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (left == 0) {
      return -1;
    }
    if (used == block.length) {
      random.nextBytes(block);
      used = 0;
    }
    int count = (int) Math.min(left, Math.min(length, block.length - used));
    System.arraycopy(block, used, into, offset, count);
    used += count;
    left -= count;
    return count;
  }

  /** The SHA-256 of a stream, in hexadecimal. */
  static String sha256(InputStream in) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(digest.digest());
  }
}
