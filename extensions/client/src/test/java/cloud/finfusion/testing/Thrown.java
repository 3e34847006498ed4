package cloud.finfusion.testing;

import java.io.IOException;

/** What a caller's code may throw: anything, undeclared checked exceptions too. */
public enum Thrown {
  RUNTIME_EXCEPTION {
    @Override
    public Throwable made() {
      return new IllegalStateException(TEXT);
    }
  },
  ERROR {
    @Override
    public Throwable made() {
      return new AssertionError(TEXT);
    }
  },
  STACK_OVERFLOW {
    @Override
    public Throwable made() {
      return new StackOverflowError(TEXT);
    }
  },
  LINKAGE_ERROR {
    @Override
    public Throwable made() {
      return new NoClassDefFoundError(TEXT);
    }
  },
  IO_EXCEPTION {
    @Override
    public Throwable made() {
      return new IOException(TEXT);
    }
  },
  INTERRUPTED {
    @Override
    public Throwable made() {
      return new InterruptedException(TEXT);
    }
  },
  CHECKED {
    @Override
    public Throwable made() {
      return new Exception(TEXT);
    }
  };

  /** Stands in every message, and must be found nowhere else. */
  public static final String TEXT = "CANARY-thrown";

  public abstract Throwable made();

  /** Throws it, declared or not. */
  public RuntimeException now() {
    return Thrown.<RuntimeException>sneakily(made());
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public static <X extends Throwable> X sneakily(Throwable thrown) throws X {
    throw (X) thrown;
  }
}
