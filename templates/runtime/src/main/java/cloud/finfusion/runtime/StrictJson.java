// Gson has been strict since 2.11 and has limited nesting since 2.12. Users' builds may pull it
// down
// to 2.10, where the same is refused by what is here.
package cloud.finfusion.runtime;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import java.io.FilterReader;
import java.io.IOException;
import java.io.StringReader;

/** Readers that take RFC 8259 to the letter, and the same documents with each Gson. */
public final class StrictJson {
  private static final boolean GSON_IS_STRICT = canBeStrict();

  private StrictJson() {}

  /** Returns a reader of the document. */
  public static JsonReader reader(String document) {
    return GSON_IS_STRICT ? strict(document) : checked(document);
  }

  private static boolean canBeStrict() {
    try {
      return strict("").getNestingLimit() == StrictJsonCheck.MAX_DEPTH;
    } catch (LinkageError older) {
      return false;
    }
  }

  private static JsonReader strict(String document) {
    JsonReader in = new JsonReader(new StringReader(document));
    in.setStrictness(Strictness.STRICT);
    return in;
  }

  /** For any Gson: the reader meets an error where the document has its first fault. */
  static JsonReader checked(String document) {
    int fault = StrictJsonCheck.firstFault(document);
    StringReader text = new StringReader(document);
    return new JsonReader(fault < 0 ? text : new Faulty(text, fault));
  }

  /** A text that ends with an error. */
  private static final class Faulty extends FilterReader {
    private int left;

    Faulty(StringReader text, int length) {
      super(text);
      this.left = length;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      if (left == 0) {
        throw new MalformedJsonException("not as RFC 8259 has it");
      }
      int read = super.read(buffer, offset, Math.min(length, left));
      left -= read;
      return read;
    }
  }
}
