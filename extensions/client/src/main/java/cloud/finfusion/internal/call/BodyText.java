package cloud.finfusion.internal.call;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Decodes bodies by the charset that they declare; UTF-8 if they declare none, or an unknown one.
 */
public final class BodyText {
  private static final char REPLACEMENT = '\ufffd';
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private BodyText() {}

  /**
   * Returns the text without its byte order mark; null if the bytes are not text of that charset.
   */
  public static @Nullable String strict(ByteString bytes, @Nullable MediaType type) {
    Charset charset = charset(type);
    String text = bytes.string(charset);
    if (text.indexOf(REPLACEMENT) >= 0 && !isWellFormed(bytes, charset)) {
      return null;
    }
    return text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  /**
   * Returns some text for any bytes: those that are not UTF-8 and declare no charset are mostly
   * ISO-8859-1.
   */
  static String lenient(ByteString bytes, @Nullable MediaType type) {
    String text = strict(bytes, type);
    return text == null ? bytes.string(StandardCharsets.ISO_8859_1) : text;
  }

  /** Returns the charset that a type declares. */
  public static Charset charset(@Nullable MediaType type) {
    Charset declared = type == null ? null : type.charset(StandardCharsets.UTF_8);
    return declared == null ? StandardCharsets.UTF_8 : declared;
  }

  private static boolean isWellFormed(ByteString bytes, Charset charset) {
    try {
      charset.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }
}
