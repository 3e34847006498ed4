package cloud.finfusion.verification.generators;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;

/** What became of a document that was read and written back. */
record Verdict(String text) {
  static final Verdict KEPT = new Verdict("kept");
  private static final Verdict CHANGED = new Verdict("lost");
  private static final ObjectMapper JSON = new ObjectMapper();

  static Verdict on(RoundTrip roundTrip, String model, ObjectNode document) {
    try {
      return JSON.readTree(roundTrip.apply(model, document.toString())).equals(document)
          ? KEPT
          : CHANGED;
    } catch (InvocationTargetException refused) {
      return new Verdict("whole response lost (`" + name(refused) + "`)");
    } catch (ReflectiveOperationException missing) {
      return new Verdict("no such class");
    } catch (JsonProcessingException notJson) {
      return new Verdict("written as no JSON");
    }
  }

  private static String name(InvocationTargetException refused) {
    Throwable thrown = refused.getCause();
    return (thrown == null ? refused : thrown).getClass().getSimpleName();
  }
}
