package cloud.finfusion.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Thrower;
import cloud.finfusion.testing.Thrown;
import org.jspecify.annotations.Nullable;

/**
 * A place where code of a caller's runs, and what comes of a call although it throws.
 *
 * @param place the type and its method, as the walk of {@link ForeignTypes} names it
 * @param end how the call ends; null if as when nothing is thrown
 * @param endOnIo how it ends on an IOException, where the place declares one; null if as on others
 * @param called whether the place is called at all
 * @param scenario makes the call with this code and says how it ended
 */
record ForeignRow(
    String place,
    @Nullable String end,
    @Nullable String endOnIo,
    boolean called,
    Scenario scenario) {

  /** A call with the caller's code, and how it ended. */
  @FunctionalInterface
  interface Scenario {
    String run(Thrower thrower, BlockingOrAsync mode) throws Exception;
  }

  /** What is thrown there changes nothing. */
  static ForeignRow unchanged(String place, Scenario scenario) {
    return new ForeignRow(place, null, null, true, scenario);
  }

  /** What is thrown there ends the call so. */
  static ForeignRow ends(String place, String end, Scenario scenario) {
    return new ForeignRow(place, end, null, true, scenario);
  }

  /** The SDK does not call it, whoever gives it one. */
  static ForeignRow notTaken(String place, Scenario scenario) {
    return new ForeignRow(place, null, null, false, scenario);
  }

  /** The same, but an IOException is declared there and ends the call so. */
  ForeignRow onIo(String otherEnd) {
    return new ForeignRow(place, end, otherEnd, called, scenario);
  }

  void check(BlockingOrAsync mode) throws Exception {
    String undisturbed = scenario.run(new Thrower(null), mode);
    for (Thrown kind : Thrown.values()) {
      Thrower thrower = new Thrower(kind);
      String ended = scenario.run(thrower, mode);
      assertThat(ended).as("%s throws %s, %s", place, kind, mode).isEqualTo(on(kind, undisturbed));
      assertThat(thrower.thrown() > 0).as("%s was called", place).isEqualTo(called);
    }
  }

  private String on(Thrown kind, String undisturbed) {
    if (kind == Thrown.IO_EXCEPTION && endOnIo != null) {
      return endOnIo;
    }
    return end == null ? undisturbed : end;
  }
}
