package cloud.finfusion.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.generated.SensitiveFields;
import cloud.finfusion.resource.FinFusionResources;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.RecordingListener;
import cloud.finfusion.testing.TestClients;
import com.google.gson.annotations.JsonAdapter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Each operation with secrets in request and response: no exception shows one. The log secret scan
 * searches its log too.
 */
class EveryOperationSecretsTest {
  private static final Logger LOG = LoggerFactory.getLogger(EveryOperationSecretsTest.class);

  private static final String RESPONSE =
      "{\"error\":{\"code\":\"VAL001\",\"message\":\"number 4242424242424242\"},"
          + "\"client_secret\":\"CANARY\",\"data\":[{\"iban\":\"CANARY\",\"cvc\":\"CANARY\"}]}";

  @AutoClose private final FakeServer server = new FakeServer();

  @AutoClose
  private final FinFusion client =
      TestClients.of(server).retries(0).listener(new RecordingListener()).build();

  static Stream<Arguments> operations() {
    return Arrays.stream(FinFusionResources.class.getMethods())
        .filter(each -> each.getReturnType().getPackageName().endsWith(".resource"))
        .flatMap(
            resource ->
                Arrays.stream(resource.getReturnType().getDeclaredMethods())
                    .filter(EveryOperationSecretsTest::isShortForm)
                    .map(operation -> Arguments.of(resource, operation)));
  }

  private static boolean isShortForm(Method method) {
    return Modifier.isPublic(method.getModifiers())
        && !method.isVarArgs() // waits make calls of an operation that is here too
        && Arrays.stream(method.getParameterTypes())
            .noneMatch(type -> type == CallOptions.class || isOfBatches(type));
  }

  /** The results of batches are tried in BatchSecretsTest. */
  private static boolean isOfBatches(Class<?> type) {
    return type.getPackageName().endsWith(".batch");
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("operations")
  @DisplayName("C140 C142 each operation and each status: no secret in what is thrown")
  void noSecretIsThrown(Method resource, Method operation) throws Exception {
    for (int status : new int[] {200, 307, 400, 401, 402, 403, 404, 409, 418, 422, 429, 500}) {
      server.responds(FakeServer.response(status, RESPONSE).build());
      String thrown = thrownBy(resource.invoke(client), operation);
      LOG.trace("{} after {}: {}", operation.getName(), status, thrown);
      assertThat(thrown).doesNotContain("CANARY", "4242424242424242");
    }
    assertThat(server.requests()).hasSize(12);
  }

  private static String thrownBy(Object facade, Method operation) throws Exception {
    Object[] arguments =
        Arrays.stream(operation.getParameterTypes())
            .map(EveryOperationSecretsTest::argument)
            .toArray();
    try {
      Object response = operation.invoke(facade, arguments);
      return String.valueOf(
          response instanceof Iterable<?> pages ? pages.iterator().hasNext() : response);
    } catch (InvocationTargetException refused) {
      return text(refused.getTargetException());
    } catch (FinFusionException refused) {
      return text(refused);
    }
  }

  private static Object argument(Class<?> type) {
    return type.isAnnotationPresent(JsonAdapter.class) || type.getPackageName().endsWith(".model")
        ? SensitiveFields.marked(type)
        : "id_1";
  }

  private static String text(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
