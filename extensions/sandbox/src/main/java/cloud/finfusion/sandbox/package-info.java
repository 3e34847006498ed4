/**
 * The FinFusion API on this machine: for trying the SDK, and for testing what it does when things
 * go wrong.
 *
 * <p>Convention over code. Routes, validation, resources, pages and idempotency follow from the
 * specification; behaviour of its own has only what moves money, makes keys and tokens, signs or
 * encrypts. {@link cloud.finfusion.sandbox.Sandbox} is the way in, {@link
 * cloud.finfusion.sandbox.Faults} makes it misbehave, {@link cloud.finfusion.sandbox.Ledger} tells
 * what was really done, {@link cloud.finfusion.sandbox.SandboxWebhooks} sends what happened, {@link
 * cloud.finfusion.sandbox.Simulation} does what others do.
 *
 * <p>It may import Jetty, the request validator, Jackson and SLF4J, and nothing of the SDK: a
 * server that shared code with its client would share its mistakes.
 */
@NullMarked
package cloud.finfusion.sandbox;

import org.jspecify.annotations.NullMarked;
