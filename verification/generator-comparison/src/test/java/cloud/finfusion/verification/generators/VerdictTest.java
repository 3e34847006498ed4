package cloud.finfusion.verification.generators;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final ObjectNode DOCUMENT = JsonNodeFactory.instance.objectNode().putNull("a");

  @Test
  void sameDocumentIsKeptInAnyLayout() {
    assertThat(Verdict.on((model, document) -> "{ \"a\" : null }", "A", DOCUMENT))
        .isEqualTo(Verdict.KEPT);
  }

  @Test
  void absentIsNotNull() {
    assertThat(Verdict.on((model, document) -> "{}", "A", DOCUMENT).text()).isEqualTo("lost");
  }

  @Test
  void anExceptionLosesTheWholeResponse() {
    RoundTrip refusing =
        (model, document) -> {
          throw new InvocationTargetException(new IllegalArgumentException());
        };

    assertThat(Verdict.on(refusing, "A", DOCUMENT).text())
        .isEqualTo("whole response lost (`IllegalArgumentException`)");
  }
}
