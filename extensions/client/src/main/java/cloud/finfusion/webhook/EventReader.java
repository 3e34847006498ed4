package cloud.finfusion.webhook;

import cloud.finfusion.error.WebhookPayloadException;
import cloud.finfusion.model.Event;
import cloud.finfusion.runtime.UnreadableJsonException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the event in a genuine body, as strict UTF-8 and strict JSON. */
final class EventReader {
  private EventReader() {}

  static Event read(byte[] body) {
    try {
      return Event.fromJson(decoded(body));
    } catch (UnreadableJsonException unreadable) {
      throw new WebhookPayloadException(
          "the body is genuine but not an event, at "
              + unreadable.path()
              + ": "
              + unreadable.problem()
              + ". Regenerate the SDK, or ask FinFusion.");
    }
  }

  private static String decoded(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException malformed) {
      throw new UnreadableJsonException("$", "expected UTF-8, got other bytes");
    }
  }
}
