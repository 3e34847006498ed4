package cloud.finfusion.sandbox.program;

import cloud.finfusion.sandbox.Plan;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a documented plan. */
final class PlanConverter implements ITypeConverter<Plan> {
  @Override
  public Plan convert(String name) {
    return switch (name) {
      case "standard" -> Plan.STANDARD;
      case "high-volume" -> Plan.HIGH_VOLUME;
      default ->
          throw new TypeConversionException(
              "the plans are standard and high-volume, not '" + name + "'");
    };
  }
}
