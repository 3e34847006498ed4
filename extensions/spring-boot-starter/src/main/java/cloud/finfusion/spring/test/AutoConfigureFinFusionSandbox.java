package cloud.finfusion.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Starts a sandbox for the application of a test, and lets its clients send to it: the test needs
 * no key. The {@code Sandbox} is a bean. It needs the artifact {@code finfusion-sandbox}, or {@code
 * finfusion-junit} with its assertions.
 *
 * <pre>{@code
 * @SpringBootTest
 * @AutoConfigureFinFusionSandbox
 * class CheckoutTest {
 *   @Autowired Sandbox sandbox;
 *   @Autowired Checkout checkout;
 *
 *   @Test
 *   void anOrderIsChargedOnceThroughAnOutage() {
 *     sandbox.failing(503).times(2);
 *
 *     checkout.pay("order-17");
 *
 *     assertThat(sandbox.ledger().withKey("order-17")).hasSize(1);
 *   }
 * }
 * }</pre>
 *
 * <p>Also beside a slice, as {@code @WebMvcTest}. With a real port the sandbox sends its events to
 * the method with {@code @FinFusionWebhook}, signed. Retries wait 10 to 100 ms in place of seconds.
 * The sandbox is as old as the application context, which Spring shares between tests: ask it for
 * what the test made, or give the test a context of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
public @interface AutoConfigureFinFusionSandbox {}
