// Stock keeps nothing of an operation at run time; the pipeline needs its name and whether it may
// be repeated.
package cloud.finfusion.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the specification says of an operation, for the pipeline; on each generated Retrofit method.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {
  /** The name people know it by, as {@code payments.create}. */
  String name();

  /**
   * The resource it concerns, as {@code payment}; empty if none is named ({@code
   * x-finfusion-family}).
   */
  String family() default "";

  /** For how many seconds a response may be cached; 0 for not at all ({@code x-finfusion-ttl}). */
  int ttl() default 0;

  /** Whether it only reads; all else may change something, and is repeated with care. */
  boolean read() default false;

  /**
   * Whether it takes an {@code Idempotency-Key}, so that repeating it is safe ({@code
   * x-finfusion-idempotency}).
   */
  boolean idempotent() default false;

  /** Whether it is sent with a credential. */
  boolean signed() default true;
}
