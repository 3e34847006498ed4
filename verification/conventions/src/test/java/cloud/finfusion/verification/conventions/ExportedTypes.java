package cloud.finfusion.verification.conventions;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Types and members of each form, for the test of the listing. */
public final class ExportedTypes {
  private ExportedTypes() {}

  /** A parent that users cannot name. */
  abstract static class Hidden {
    /** Inherited by what users can name. */
    public void inherited() {}
  }

  /** A type with one member of each form. */
  public abstract static class Shown<E extends Comparable<E>> extends Hidden
      implements Iterable<E> {
    /** A constant. */
    public static final @Nullable String NAME = null;

    /** Made by subclasses. */
    protected Shown(int size) {}

    int ofThePackage() {
      return 0;
    }

    /** Nulls, wildcards and variables. */
    protected abstract <T> Map<T, @Nullable List<? extends T>> of(
        Collection<? super T> all, @Nullable Object @Nullable [] more, String... names)
        throws IOException;

    /** Not for new code. */
    @Deprecated
    public static void old(byte[] bytes) {}

    @Override
    public String toString() {
      return "";
    }
  }

  /** A record. */
  public record Pair(@Nullable String left, int right) {}

  /** An enumeration. */
  public enum Kind {
    /** One. */
    ONE
  }
}
