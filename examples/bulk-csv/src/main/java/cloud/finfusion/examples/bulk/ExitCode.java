package cloud.finfusion.examples.bulk;

import cloud.finfusion.batch.BulkResult;

/** What the program's exit code says. After a signal it is the signal's: 130 or 143. */
enum ExitCode {
  /** Each row is a customer. */
  ALL_DONE(0),
  /** Each row has a result; those that are no customers are in the failures file. */
  SOME_FAILED(1),
  /** The program could not start or go on; standard error says why. */
  ERROR(2),
  /** The import stopped before the end. The same command goes on. */
  STOPPED(3);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  static ExitCode of(BulkResult result) {
    if (result.end() != BulkResult.End.COMPLETE) {
      return STOPPED;
    }
    return result.isAllDone() ? ALL_DONE : SOME_FAILED;
  }

  int code() {
    return code;
  }
}
