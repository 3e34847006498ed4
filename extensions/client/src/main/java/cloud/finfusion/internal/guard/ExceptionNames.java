package cloud.finfusion.internal.guard;

/** Names exceptions in metrics and logs, in words that are as few as their classes. */
public final class ExceptionNames {
  private ExceptionNames() {}

  /** Returns the class's simple name, as {@code ConnectException}; an anonymous class has none. */
  public static String of(Throwable thrown) {
    Class<?> type = thrown.getClass();
    return type.isAnonymousClass() ? type.getSuperclass().getSimpleName() : type.getSimpleName();
  }
}
