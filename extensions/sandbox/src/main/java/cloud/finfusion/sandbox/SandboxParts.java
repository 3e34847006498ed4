package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.auth.ApiKeysHandler;
import cloud.finfusion.sandbox.internal.auth.Credentials;
import cloud.finfusion.sandbox.internal.auth.RateLimits;
import cloud.finfusion.sandbox.internal.auth.TokenHandler;
import cloud.finfusion.sandbox.internal.cards.CardOutcomes;
import cloud.finfusion.sandbox.internal.console.Console;
import cloud.finfusion.sandbox.internal.console.ConsoleParts;
import cloud.finfusion.sandbox.internal.execution.Execution;
import cloud.finfusion.sandbox.internal.execution.OwnCalls;
import cloud.finfusion.sandbox.internal.faults.FaultQueues;
import cloud.finfusion.sandbox.internal.files.FileStore;
import cloud.finfusion.sandbox.internal.handlers.OperationHandlers;
import cloud.finfusion.sandbox.internal.http.IdSource;
import cloud.finfusion.sandbox.internal.money.MoneyHandlers;
import cloud.finfusion.sandbox.internal.server.ControlPaths;
import cloud.finfusion.sandbox.internal.server.RequestLog;
import cloud.finfusion.sandbox.internal.server.RequestPipeline;
import cloud.finfusion.sandbox.internal.spec.OperationNames;
import cloud.finfusion.sandbox.internal.store.SandboxContext;
import cloud.finfusion.sandbox.internal.time.SandboxClock;
import cloud.finfusion.sandbox.internal.time.Schedule;
import cloud.finfusion.sandbox.internal.webhooks.Deliveries;
import cloud.finfusion.sandbox.internal.webhooks.Events;
import cloud.finfusion.sandbox.internal.webhooks.WebhookEndpoints;
import cloud.finfusion.sandbox.internal.webhooks.WebhookSecrets;
import cloud.finfusion.sandbox.internal.webhooks.WebhookSender;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Creates the parts of one sandbox and connects them. */
final class SandboxParts {
  final Schedule schedule;
  final OperationNames names;
  final FaultQueues faults;
  final FileStore files = new FileStore();
  final CardOutcomes cards = new CardOutcomes(TestCards.TABLE);
  final Deliveries deliveries;
  final OperationHandlers handlers;
  final Simulation simulation;
  final SandboxWebhooks webhooks;
  final Triggers triggers;
  final Console console;
  final ControlPaths control;
  final String apiKeyId;
  final RequestPipeline pipeline;

  SandboxParts(Sandbox.Builder options, Ledger ledger, RequestLog requests) {
    IdSource ids = options.ids.get();
    SandboxClock clock = new SandboxClock(options.clock);
    SandboxContext context = SandboxContext.of(options.spec.get(), clock, ids);
    schedule = context.schedule();
    names = new OperationNames(context.spec().operations());
    faults = new FaultQueues();
    WebhookSecrets secrets = new WebhookSecrets(context.clock());
    deliveries = deliveries(options, context, secrets);
    Events events = new Events(context, deliveries);
    Credentials credentials = new Credentials(context.clock());
    ApiKeysHandler apiKeys = new ApiKeysHandler(context, credentials);
    apiKeyId = ids.within(() -> apiKeys.register(options.apiKey));
    TokenHandler tokens =
        new TokenHandler(
            context.factory(), credentials, options.oauthClients.copy(), options.tokenLifetime);
    MoneyHandlers money =
        MoneyHandlers.of(context, events, ledger.log(), cards, options.transferTime);
    handlers = new OperationHandlers(context, events, files, money, apiKeys, tokens, secrets);
    Execution execution = new Execution(context, handlers, ids);
    simulation = new Simulation(context, events, money, execution);
    OwnCalls calls = new OwnCalls(context.spec().operations(), execution);
    webhooks = new SandboxWebhooks(deliveries, calls, events, options.remoteAllowed);
    triggers = new Triggers(simulation, calls, context.clock());
    RateLimits limits =
        new RateLimits(
            credentials, options.plan == null ? null : options.plan.limits(), context.clock());
    console =
        new Console(
            new ConsoleParts(
                context,
                execution,
                deliveries,
                faults,
                names,
                limits,
                TestCards.TABLE,
                ledger::rows,
                advance(options.clock, clock),
                !(options.clock instanceof VirtualClock)));
    control = new ControlPaths(triggers, console);
    pipeline =
        new RequestPipeline(context.spec(), credentials, limits, execution, faults, requests);
  }

  /** A virtual clock, which the sandbox may share with others, is moved itself. */
  private Consumer<Duration> advance(InstantSource given, SandboxClock own) {
    return given instanceof VirtualClock virtual
        ? virtual::advance
        : duration -> own.advance(duration, schedule);
  }

  private static Deliveries deliveries(
      Sandbox.Builder options, SandboxContext context, WebhookSecrets secrets) {
    WebhookSender sender =
        new WebhookSender(secrets, options.webhookRetries, context.clock(), context.schedule());
    boolean remoteAllowed = options.remoteAllowed;
    return new Deliveries(
        new WebhookEndpoints(context.store()),
        sender,
        endpoint -> endpoint.isReachable(remoteAllowed),
        options.history);
  }
}
