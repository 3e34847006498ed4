package cloud.finfusion.templates.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Two pages of a list, made of one.
 *
 * @param fields {@code x-finfusion-pagination}
 */
record ExpectedPages(Map<?, ?> fields) {
  private static final String NEXT = "where-the-next-page-starts";

  /** The page after which there is no other. */
  ObjectNode last(ObjectNode page) {
    ObjectNode last = page.deepCopy().put(name("hasMore"), false);
    last.remove(name("nextCursor"));
    return last;
  }

  /** The items of a page, and where the page before says that it starts. */
  void addTo(ExpectationLines lines, ObjectNode page) {
    ObjectNode first = page.deepCopy().put(name("hasMore"), true).put(name("nextCursor"), NEXT);
    JsonNode items = page.path(name("items"));
    lines.add("returns", items.isArray() ? items.toString() : "[]");
    lines.add("pageBefore", first.toString(), name("cursor"), NEXT);
  }

  private String name(String field) {
    return String.valueOf(fields.get(field));
  }
}
