package cloud.finfusion.sandbox.internal.console;

import cloud.finfusion.sandbox.internal.history.Redaction;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The money that was moved, and how often for each idempotency key. */
final class LedgerView {
  private final Supplier<List<LedgerRow>> rows;

  LedgerView(Supplier<List<LedgerRow>> rows) {
    this.rows = rows;
  }

  JsonNode page(ApiRequest request) {
    return Paging.page(request, rows.get(), LedgerView::row);
  }

  private static JsonNode row(LedgerRow row) {
    return Json.object()
        .put("kind", row.kind().toLowerCase(Locale.ROOT))
        .put("operation", row.operation())
        .put("resource", row.resource())
        .put("amount", row.amount())
        .put("currency", row.currency())
        .put("key", Redaction.key(row.key()))
        .put("times", row.timesOfKey());
  }
}
