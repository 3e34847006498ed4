package cloud.finfusion.junit;

import cloud.finfusion.sandbox.VirtualClock;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test a sandbox of its own, and a client for it, as parameters of the test and of
 * {@code @BeforeEach} and {@code @AfterEach} methods. Both are made when a test first asks for
 * them, are shared with no other test, so that tests may run in parallel, and are closed after it.
 *
 * <pre>{@code
 * @FinFusionSandbox
 * class CheckoutTest {
 *   @Test
 *   void aPaymentSurvivesAnOutage(Sandbox sandbox, FinFusion client) {
 *     sandbox.failing(503).times(2);
 *
 *     new Checkout(client).pay(order);
 *
 *     assertThat(sandbox).hasReceived("payments.create", 3).hasCharges(1);
 *   }
 * }
 * }</pre>
 *
 * <p>The parameters are {@code Sandbox}, {@code FinFusion}, and {@link VirtualClock} where {@link
 * #clock()} is set. The client is as {@code FinFusion.builder()} makes it, but waits 10 to 100 ms
 * before a retry where the service's clients wait seconds. An annotation of a method counts in
 * place of that of its class, and that of a nested class in place of that of the class around it.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(SandboxExtension.class)
public @interface FinFusionSandbox {
  /**
   * The instant at which the sandbox's clock stands, as {@code 2030-01-01T00:00:00Z}, until the
   * test advances it. Default: the clock of the machine.
   */
  String clock() default "";

  /** More settings of the sandbox and the client. Default: none. */
  Class<? extends SandboxSetup> setup() default SandboxSetup.class;
}
