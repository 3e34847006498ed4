package cloud.finfusion.templates.reference;

import cloud.finfusion.templates.view.BatchView;
import cloud.finfusion.templates.view.OperationView;
import cloud.finfusion.templates.view.WaitView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an operation is repeated, cached, paged and waited for, a sentence each. */
record CallBehaviour(OperationView view) {

  List<String> sentences() {
    List<String> all = new ArrayList<>();
    all.add(repeated());
    String cached = cached();
    if (cached != null) {
      all.add(cached);
    }
    if (view.page() != null) {
      all.add("Paged: each page is fetched when it is needed; a page that fails is repeated.");
    }
    if (view.page() != null && view.page().findable()) {
      all.add("`findByIdempotencyKey(key)` finds what a write with that key has made.");
    }
    if (view.batch() != null) {
      all.add(batch(view.batch()));
    }
    if (view.waiting() != null) {
      all.add(waiting(view.waiting()));
    }
    return all;
  }

  private String repeated() {
    if (view.reads()) {
      return "Repeated after a failure that may pass, as a read changes nothing.";
    }
    return view.idempotent()
        ? "Repeated after a failure that may pass: every attempt has one `Idempotency-Key`,"
            + " which the client makes unless the options name one."
        : "Repeated only if the request surely was not carried out: it takes no"
            + " `Idempotency-Key`.";
  }

  private @Nullable String cached() {
    if (view.ttl() != null) {
      return "A client with a cache keeps the response for %d s, as `%s`."
          .formatted(view.ttl(), view.family());
    }
    if (view.reads()) {
      return "Never kept in a cache.";
    }
    return view.family() == null
        ? null
        : "Drops what a cache holds of `%s`.".formatted(view.family());
  }

  private static String batch(BatchView batch) {
    return "With a list of any length it sends requests of at most %d items, each with a key of its own; `%s` takes an iterator."
        .formatted(batch.maxItems(), batch.bulk());
  }

  private static String waiting(WaitView waiting) {
    return "`%s` reads it until `%s` is as you ask; final are %s."
        .formatted(waiting.method(), waiting.field(), String.join(", ", waiting.finalValues()))
        .replace('"', '`');
  }
}
