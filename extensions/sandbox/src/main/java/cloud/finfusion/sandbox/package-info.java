/**
 * The FinFusion API on this machine: to try the SDK, and to test programs that use it.
 *
 * <p>Routes, validation, resources, pages and idempotency follow from the specification, without
 * code for each operation. Only operations that move money, create credentials, sign or encrypt
 * have handlers of their own. {@link cloud.finfusion.sandbox.Sandbox} is the entry point. {@link
 * cloud.finfusion.sandbox.Faults} injects faults, {@link cloud.finfusion.sandbox.Ledger} lists the
 * money that was really moved, {@link cloud.finfusion.sandbox.SandboxWebhooks} has the deliveries
 * of events, {@link cloud.finfusion.sandbox.Simulation} simulates customers and merchants, {@link
 * cloud.finfusion.sandbox.TestCards} decide what becomes of payments, and a {@link
 * cloud.finfusion.sandbox.VirtualClock} decides when.
 *
 * <p>The sandbox may import Jetty, the request validator, Jackson and SLF4J, but nothing of the
 * SDK: a server that shares code with its client shares its mistakes.
 */
@NullMarked
package cloud.finfusion.sandbox;

import org.jspecify.annotations.NullMarked;
