package cloud.finfusion.sandbox.internal.console;

import cloud.finfusion.sandbox.internal.auth.RateLimits;
import cloud.finfusion.sandbox.internal.cards.TestCard;
import cloud.finfusion.sandbox.internal.execution.Execution;
import cloud.finfusion.sandbox.internal.faults.FaultQueues;
import cloud.finfusion.sandbox.internal.spec.OperationNames;
import cloud.finfusion.sandbox.internal.store.SandboxContext;
import cloud.finfusion.sandbox.internal.webhooks.Deliveries;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The parts of a sandbox that its console shows and changes.
 *
 * @param ledger the newest movements of money, in order
 * @param advance moves the sandbox's clock on
 * @param clockRuns whether the clock also moves by itself
 */
public record ConsoleParts(
    SandboxContext context,
    Execution execution,
    Deliveries deliveries,
    FaultQueues faults,
    OperationNames names,
    RateLimits limits,
    List<TestCard> cards,
    Supplier<List<LedgerRow>> ledger,
    Consumer<Duration> advance,
    boolean clockRuns) {}
