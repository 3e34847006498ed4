package cloud.finfusion.sandbox.program;

import cloud.finfusion.sandbox.FaultMix;
import cloud.finfusion.sandbox.Faults;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A fault of the command line: of one operation or, without a name, of all. */
record FaultShare(@Nullable String operation, String fault, double share) {
  private static final Pattern STATUS = Pattern.compile("[45][0-9]{2}");
  private static final Map<String, Addition> CONNECTION =
      Map.of(
          "drop", FaultMix::dropBeforeWork,
          "reset", FaultMix::resetBeforeWork,
          "drop-after-work", FaultMix::dropAfterWork,
          "reset-after-work", FaultMix::resetAfterWork,
          "truncate", FaultMix::truncate);

  /** Adds a fault with its share to a mix. */
  @FunctionalInterface
  private interface Addition {
    FaultMix to(FaultMix mix, double share);
  }

  /** Injects them all; those of one operation replace those of all operations there. */
  static void inject(List<FaultShare> shares, Faults faults, long seed) {
    Map<String, FaultMix> mixes = new HashMap<>();
    shares.stream()
        .filter(each -> each.operation == null)
        .forEach(each -> each.addTo(mixes.computeIfAbsent("", all -> faults.randomly(seed))));
    for (FaultShare each : shares) {
      if (each.operation != null) {
        each.addTo(mixes.computeIfAbsent(each.operation, name -> faults.randomly(name, seed)));
      }
    }
  }

  private void addTo(FaultMix mix) {
    Addition addition = CONNECTION.get(fault);
    FaultMix unused =
        addition == null ? mix.status(share, Integer.parseInt(fault)) : addition.to(mix, share);
  }

  @Override
  public String toString() {
    return (operation == null ? "" : operation + ":") + fault + "=" + share;
  }

  /** Reads {@code 503=0.05} or {@code payments.create:drop=0.01}. */
  static final class Converter implements ITypeConverter<FaultShare> {
    private static final Pattern FORM =
        Pattern.compile("(?:([A-Za-z.]+):)?([a-z0-9-]+)=([0-9]{0,9}\\.?[0-9]{1,9})");

    @Override
    public FaultShare convert(String text) {
      Matcher parts = FORM.matcher(text.strip());
      if (!parts.matches()) {
        throw new TypeConversionException(
            "faults are written as 503=0.05,drop=0.01, not as '" + text + "'");
      }
      return new FaultShare(parts.group(1), fault(parts.group(2)), share(parts.group(3)));
    }

    private static String fault(String name) {
      if (!STATUS.matcher(name).matches() && !CONNECTION.containsKey(name)) {
        throw new TypeConversionException(
            "a fault is a status 400 to 599, drop, reset, drop-after-work, reset-after-work or"
                + " truncate, not '"
                + name
                + "'");
      }
      return name;
    }

    private static double share(String text) {
      double share = Double.parseDouble(text);
      if (share > 1) {
        throw new TypeConversionException("a share is 0 to 1, not " + text);
      }
      return share;
    }
  }
}
