package cloud.finfusion.templates.wire;

import cloud.finfusion.templates.reference.NoExampleException;
import cloud.finfusion.templates.reference.OperationExamples;
import cloud.finfusion.templates.reference.Snippets;
import cloud.finfusion.templates.reference.Snippets.MethodCall;
import cloud.finfusion.templates.reference.SpecOperation;
import cloud.finfusion.templates.view.ArgumentView;
import cloud.finfusion.templates.view.BatchView;
import cloud.finfusion.templates.view.OperationView;
import cloud.finfusion.templates.view.WireView;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenOperation;

/** The tests of one operation. */
record OperationTests(
    CodegenOperation operation, OperationView view, SpecOperation spec, Facades facades) {

  /** Throws a NoExampleException if the specification says too little. */
  WireView view(String test, Snippets snippets) {
    MethodCall call = snippets.call(operation, view, spec);
    FreeArguments free = FreeArguments.of(operation, spec, call);
    ExpectationLines lines = new ExpectationLines();
    new ExpectedRequest(spec, view, snippets.byClass(), free).addTo(lines, operation);
    new ExpectedSuccess(spec, view).addTo(lines);
    new ExpectedErrors(spec, view).addTo(lines);
    boolean waits = view.waiting() != null && ExpectedWait.of(spec).hasGoal();
    boolean page = view.page() != null;
    String blocking = facades.blocking() + "." + call.code();
    String async = facades.async() + "." + call.code();
    return new WireView(
        test,
        Behaviours.of(view, free, waits),
        request(),
        lines.all(),
        free.lines(call),
        page ? blocking + ".stream().toList()" : blocking,
        page ? "all(" + async + ")" : async,
        page || view.hasResult(),
        view.batch() == null ? null : items(view.batch()),
        waits ? waitCall(call) : null,
        null);
  }

  private String request() {
    String server = spec.extension("x-server").orElse("");
    if (server.contains("://")) {
      throw new NoExampleException("it goes to " + server);
    }
    return Stream.of(view.name(), operation.httpMethod, server + SpecOperation.path(operation))
        .map(ExpectationLines::literal)
        .collect(Collectors.joining(", "));
  }

  private WireView.Items items(BatchView batch) {
    String item =
        new ExpectedBatch(spec.fields("x-finfusion-batch"))
            .item(new OperationExamples(spec).body());
    String path =
        view.pathArguments().stream()
            .map(ArgumentView::name)
            .map(each -> each + ", ")
            .collect(Collectors.joining());
    String call =
        "%s.%s(%sList.of(item, item), BatchOptions.<%s>builder().batchSize(1).concurrency(1).build())"
            .formatted(facades.blocking(), view.method(), path, batch.item());
    return new WireView.Items(batch.item(), item, call);
  }

  private @Nullable String waitCall(MethodCall call) {
    if (view.waiting() == null) {
      return null;
    }
    List<String> arguments =
        Stream.concat(call.arguments().stream(), Stream.of("AT_ONCE")).toList();
    return facades.blocking()
        + "."
        + view.waiting().method()
        + "("
        + String.join(", ", arguments)
        + ")";
  }
}
