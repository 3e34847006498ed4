package cloud.finfusion.sandbox.internal.cards;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ErrorCode;
import cloud.finfusion.sandbox.internal.http.FieldError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a bank declines a card, with the code that ISO 8583 has for the reason. */
public enum Decline {
  DECLINED(5, ErrorCode.PAY001, "", ""),
  LOST(41, ErrorCode.PAY001, "card", "was reported lost"),
  STOLEN(43, ErrorCode.PAY001, "card", "was reported stolen"),
  INSUFFICIENT_FUNDS(51, ErrorCode.PAY002, "", ""),
  EXPIRED(54, ErrorCode.PAY001, "card", "has expired"),
  INCORRECT_CVC(82, ErrorCode.PAY001, "card.cvc", "is not the code of this card"),
  PROCESSING_ERROR(96, ErrorCode.PAY001, "card", "could not be processed; a later try may succeed");

  private final int isoCode;
  private final ErrorCode code;
  private final String field;
  private final String reason;

  /** The reason is about a field of the payment method; both are empty when the code says all. */
  Decline(int isoCode, ErrorCode code, String field, String reason) {
    this.isoCode = isoCode;
    this.code = code;
    this.field = field;
    this.reason = reason;
  }

  /** The decline of a response code; empty for any other code, as for 0, which is approved. */
  static Optional<Decline> ofIsoCode(long isoCode) {
    return Stream.of(values()).filter(each -> each.isoCode == isoCode).findFirst();
  }

  /** The error's code and the reason, for tables. */
  public String inWords() {
    String subject = field.substring(field.lastIndexOf('.') + 1);
    return reason.isEmpty() ? code.name() : code + ": the " + subject + " " + reason;
  }

  int isoCode() {
    return isoCode;
  }

  public ApiError error() {
    List<FieldError> details =
        reason.isEmpty() ? List.of() : List.of(new FieldError("payment_method." + field, reason));
    return new ApiError(402, code, code.message, details);
  }
}
