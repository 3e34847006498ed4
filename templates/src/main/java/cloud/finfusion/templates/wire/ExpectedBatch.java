package cloud.finfusion.templates.wire;

import cloud.finfusion.templates.reference.NoExampleException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A batch of one item.
 *
 * @param fields {@code x-finfusion-batch}
 */
record ExpectedBatch(Map<?, ?> fields) {
  private static final int DONE = 200;

  /** An item without a key: the batch makes one. */
  String item(JsonNode body) {
    if (body.path(name("items")).path(0) instanceof ObjectNode item) {
      ObjectNode keyless = item.deepCopy();
      keyless.remove("idempotency_key");
      return ExpectationLines.literal(keyless.toString());
    }
    throw new NoExampleException("its batch has no item");
  }

  void addTo(ExpectationLines lines, ObjectNode response) {
    if (response.path(name("results")).path(0) instanceof ObjectNode result) {
      ObjectNode done = result.deepCopy().put("index", 0);
      done.remove(name("error"));
      if (done.has("status")) {
        done.put("status", DONE);
      }
      ObjectNode body = response.deepCopy();
      body.set(name("results"), JsonNodeFactory.instance.arrayNode().add(done));
      lines.add("batch", name("items"), body.toString());
    }
  }

  private String name(String field) {
    return String.valueOf(fields.get(field));
  }
}
