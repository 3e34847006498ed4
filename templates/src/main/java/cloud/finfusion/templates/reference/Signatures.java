package cloud.finfusion.templates.reference;

import cloud.finfusion.templates.view.ArgumentView;
import cloud.finfusion.templates.view.BatchView;
import cloud.finfusion.templates.view.OperationView;
import cloud.finfusion.templates.view.WaitView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The methods of the facades for one operation; each also takes a {@code CallOptions} at its end.
 */
record Signatures(OperationView view) {

  List<String> blocking() {
    List<String> all = new ArrayList<>();
    if (view.page() != null) {
      all.add(call("Pages<" + view.page().item() + ">"));
    } else {
      all.add(call(view.hasResult() ? view.facadeResult() : "void"));
    }
    BatchView batch = view.batch();
    if (batch != null) {
      all.add(batch("BatchResult<" + batch.value() + ">", batch));
      all.add(bulk(batch));
    }
    if (view.waiting() != null) {
      all.add(waiting(view.result(), view.waiting()));
    }
    return all;
  }

  List<String> async() {
    List<String> all = new ArrayList<>();
    if (view.page() != null) {
      all.add(call("AsyncPages<" + view.page().item() + ">"));
    } else {
      all.add(call(future(view.facadeResult())));
    }
    if (view.batch() != null) {
      all.add(batch(future("BatchResult<" + view.batch().value() + ">"), view.batch()));
    }
    if (view.waiting() != null) {
      all.add(waiting(future(view.result()), view.waiting()));
    }
    return all;
  }

  private static String future(String type) {
    return "CompletableFuture<" + type + ">";
  }

  private String call(String type) {
    return "%s %s(%s)".formatted(type, view.method(), joined(view.arguments(), ""));
  }

  private String batch(String type, BatchView batch) {
    String more = "List<%1$s> items, BatchOptions<? super %1$s> options".formatted(batch.item());
    return "%s %s(%s)".formatted(type, view.method(), joined(view.pathArguments(), more));
  }

  private String bulk(BatchView batch) {
    String more =
        "Iterator<? extends %1$s> items, BulkOptions<? super %1$s, ? super %2$s> options"
            .formatted(batch.item(), batch.value());
    return "BulkRun %s(%s)".formatted(batch.bulk(), joined(view.pathArguments(), more));
  }

  private String waiting(String type, WaitView waiting) {
    String more = waiting.stateType() + "... statuses";
    return "%s %s(%s)".formatted(type, waiting.method(), joined(view.arguments(), more));
  }

  private static String joined(List<ArgumentView> arguments, String more) {
    List<String> all =
        new ArrayList<>(arguments.stream().map(each -> each.type() + " " + each.name()).toList());
    if (!more.isEmpty()) {
      all.add(more);
    }
    return all.stream().collect(Collectors.joining(", "));
  }
}
