package cloud.finfusion.internal.guard;

/** Throws what foreign code failed with as it is, which may be anything. */
public final class Rethrow {
  private Rethrow() {}

  /** Throws the failure; returns for {@code throw}, which ends the caller's method. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public static <E extends Throwable> E asItIs(Throwable failure) throws E {
    throw (E) failure;
  }
}
