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

  /**
   * What it can be signed with, any one of these. None where a bearer token can sign all operations
   * of the specification.
   */
  SecurityRequirement[] security() default {};

  /**
   * The names of fields that hold secrets ({@code x-finfusion-sensitive}), whose values the client
   * keeps out of its log; compared without regard to case, {@code _} and {@code -}. The option
   * {@code publishedClient} writes them; empty for FinFusion's own, which the client knows.
   */
  String[] sensitiveFields() default {};

  /** The credentials that an operation needs together; none where it may do without. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({})
  @interface SecurityRequirement {
    /** The schemes, each with a credential of its own. */
    SecurityScheme[] value();
  }

  /** A security scheme of the specification. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({})
  @interface SecurityScheme {
    /** The name that the specification gives it. */
    String name();

    /** Where the credential stands. */
    CredentialPlace in();

    /** The header, the query parameter or the cookie that holds the credential. */
    String parameter() default "Authorization";
  }

  /** Where a credential stands in a request. */
  enum CredentialPlace {
    /** In {@code Authorization}, after {@code Bearer}. */
    BEARER,
    /** In {@code Authorization}, after {@code Basic}. */
    BASIC,
    /** In a header. */
    HEADER,
    /** In the query. */
    QUERY,
    /** In a cookie. */
    COOKIE
  }
}
