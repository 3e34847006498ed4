package cloud.finfusion.internal.pagination;

/** Throws what a page failed with as it is: foreign code may fail with anything. */
final class Rethrow {
  private Rethrow() {}

  /** Throws the failure; returns for {@code throw}, which ends the caller's method. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <E extends Throwable> E asItIs(Throwable failure) throws E {
    throw (E) failure;
  }
}
