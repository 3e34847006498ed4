package cloud.finfusion.verification.specdiff;

/**
 * Whether a change may be released as the version that the build has.
 *
 * @param change what changed since the released version
 * @param released the version it is compared with
 * @param version the version of the build
 */
public record Verdict(Change change, Version released, Version version) {

  /** The lowest version that may hold the change. */
  public Version needed() {
    return released.after(change);
  }

  /** Only what breaks a program is worth a broken build; the rest can wait for the release. */
  public boolean fails() {
    return change == Change.MAJOR && version.compareTo(needed()) < 0;
  }

  @Override
  public String toString() {
    if (change == Change.NONE) {
      return "no change since " + released + ".";
    }
    String need = change + " since " + released + "; it needs version " + needed();
    boolean enough = version.compareTo(needed()) >= 0;
    return need + (enough ? ", the build is " : " or later, the build is ") + version + ".";
  }
}
