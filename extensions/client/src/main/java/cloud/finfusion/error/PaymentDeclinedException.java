package cloud.finfusion.error;

/** 402: the payment failed; no money was taken. Documented by the vendor without a code. */
public class PaymentDeclinedException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** A response of this kind. */
  public PaymentDeclinedException(CallFacts facts, ErrorResponse response) {
    super(
        facts,
        response,
        "the payment was declined and nothing was charged. Ask the customer for another payment method.");
  }
}
