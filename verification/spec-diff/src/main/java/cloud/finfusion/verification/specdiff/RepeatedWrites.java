package cloud.finfusion.verification.specdiff;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import java.util.List;
import java.util.stream.Stream;

/** The writes that the client repeats, which it does only because they carry a key. */
final class RepeatedWrites {
  private RepeatedWrites() {}

  /** The operations that took a key before and still exist, without it. */
  static List<String> lost(OpenAPI before, OpenAPI after) {
    List<String> keyless =
        operations(after).filter(each -> !takesKey(each)).map(Operation::getOperationId).toList();
    return operations(before)
        .filter(RepeatedWrites::takesKey)
        .map(Operation::getOperationId)
        .filter(keyless::contains)
        .toList();
  }

  private static Stream<Operation> operations(OpenAPI api) {
    return api.getPaths().values().stream().flatMap(path -> path.readOperations().stream());
  }

  private static boolean takesKey(Operation operation) {
    return operation.getExtensions() != null
        && Boolean.TRUE.equals(operation.getExtensions().get("x-finfusion-idempotency"));
  }
}
