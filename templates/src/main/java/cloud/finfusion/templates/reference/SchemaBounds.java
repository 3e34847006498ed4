package cloud.finfusion.templates.reference;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What values a schema allows, in a few words. */
final class SchemaBounds {
  private SchemaBounds() {}

  static String of(Schema<?> schema) {
    List<String> all = new ArrayList<>();
    if (schema.getEnum() != null) {
      all.add(
          schema.getEnum().stream()
              .map(each -> "`" + each + "`")
              .collect(Collectors.joining(", ", "one of ", "")));
    }
    number(all, schema);
    range(all, " character", schema.getMinLength(), schema.getMaxLength());
    range(all, " item", schema.getMinItems(), schema.getMaxItems());
    if (schema.getPattern() != null) {
      all.add("matches `" + schema.getPattern() + "`");
    }
    if (schema.getDefault() != null) {
      all.add("default " + schema.getDefault());
    }
    if (Boolean.TRUE.equals(schema.getNullable())) {
      all.add("may be null");
    }
    return Markdown.cell(String.join("; ", all));
  }

  /** A bound that is excluded is a sentence of its own; 3.1 has it in place of the included one. */
  private static void number(List<String> all, Schema<?> schema) {
    Number least = schema.getMinimum();
    Number most = schema.getMaximum();
    if (Boolean.TRUE.equals(schema.getExclusiveMinimum())) {
      all.add("more than " + least);
      least = null;
    }
    if (Boolean.TRUE.equals(schema.getExclusiveMaximum())) {
      all.add("less than " + most);
      most = null;
    }
    range(all, "", least, most);
    if (schema.getExclusiveMinimumValue() != null) {
      all.add("more than " + schema.getExclusiveMinimumValue());
    }
    if (schema.getExclusiveMaximumValue() != null) {
      all.add("less than " + schema.getExclusiveMaximumValue());
    }
  }

  private static void range(
      List<String> all, String unit, @Nullable Number least, @Nullable Number most) {
    if (least != null && most != null) {
      all.add(least + " to " + counted(most, unit));
    } else if (least != null) {
      all.add("at least " + counted(least, unit));
    } else if (most != null) {
      all.add("at most " + counted(most, unit));
    }
  }

  private static String counted(Number number, String unit) {
    boolean one = unit.isEmpty() || number.intValue() == 1;
    return number + unit + (one ? "" : "s");
  }
}
