package cloud.finfusion.sandbox.internal.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A file of a request.
 *
 * @param path where it is kept
 * @param name the name that the request gives it; null if it gives none
 * @param contentType its media type
 * @param size how many bytes it has
 * @param sha256 the digest of its bytes, in hexadecimal
 */
public record ReceivedFile(
    Path path, @Nullable String name, String contentType, long size, String sha256) {
  /** The file at a path. */
  public static ReceivedFile at(Path path, @Nullable String name, String contentType)
      throws IOException {
    MessageDigest digest = sha256Digest();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      long size = Files.copy(path, out);
      return new ReceivedFile(
          path, name, contentType, size, HexFormat.of().formatHex(digest.digest()));
    }
  }

  /** The same file, after its move to a path where none is. */
  ReceivedFile moveTo(Path target) throws IOException {
    Files.move(path, target);
    return new ReceivedFile(target, name, contentType, size, sha256);
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
