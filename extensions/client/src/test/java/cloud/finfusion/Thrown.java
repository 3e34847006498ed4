package cloud.finfusion;

import java.io.IOException;

/** What a caller's code may throw: anything, undeclared checked exceptions too. */
enum Thrown {
  RUNTIME_EXCEPTION {
    @Override
    Throwable made() {
      return new IllegalStateException(TEXT);
    }
  },
  ERROR {
    @Override
    Throwable made() {
      return new AssertionError(TEXT);
    }
  },
  STACK_OVERFLOW {
    @Override
    Throwable made() {
      return new StackOverflowError(TEXT);
    }
  },
  LINKAGE_ERROR {
    @Override
    Throwable made() {
      return new NoClassDefFoundError(TEXT);
    }
  },
  IO_EXCEPTION {
    @Override
    Throwable made() {
      return new IOException(TEXT);
    }
  },
  INTERRUPTED {
    @Override
    Throwable made() {
      return new InterruptedException(TEXT);
    }
  },
  CHECKED {
    @Override
    Throwable made() {
      return new Exception(TEXT);
    }
  };

  /** Stands in every message, and must be found nowhere else. */
  static final String TEXT = "CANARY-thrown";

  abstract Throwable made();

  /** Throws it, declared or not. */
  RuntimeException now() {
    return Thrown.<RuntimeException>sneakily(made());
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <X extends Throwable> X sneakily(Throwable thrown) throws X {
    throw (X) thrown;
  }
}
