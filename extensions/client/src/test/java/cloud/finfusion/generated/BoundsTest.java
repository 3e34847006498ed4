package cloud.finfusion.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cloud.finfusion.runtime.InvalidArgumentException;
import com.google.gson.JsonElement;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Builders refuse what the specification forbids, naming field and bound, and no value. */
class BoundsTest {
  /** A field, a value that it must not have, and the sentence that says so. */
  record RejectedValue(Model model, String field, @Nullable Object value, String problem) {
    @Override
    public String toString() {
      return model + "." + field + ": " + problem;
    }

    /** The problem and the way out. */
    String sentence() {
      return problem.startsWith("required") ? problem : problem + ". Correct it before build()";
    }
  }

  static Stream<RejectedValue> refusals() {
    return ModelSpec.objects()
        .flatMap(model -> model.fields().stream().flatMap(field -> refusals(model, field)));
  }

  private static Stream<RejectedValue> refusals(Model model, ModelSpec.Field field) {
    Stream.Builder<RejectedValue> found = Stream.builder();
    Schema<?> schema = ModelSpec.BUNDLED.resolve(field.schema());
    if (field.constant() != null) {
      return Stream.empty();
    }
    if (field.required()) {
      found.add(
          new RejectedValue(
              model, field.name(), null, "required, but not set. Set it before build()"));
    }
    addLengths(found, model, field, schema);
    addRanges(found, model, field, schema);
    if (schema.getPattern() != null) {
      found.add(
          new RejectedValue(
              model,
              field.name(),
              "\u0001",
              "expected a text like " + schema.getPattern() + ", got another"));
    }
    if (schema.getMinItems() != null) {
      Integer most = schema.getMaxItems();
      String bounds =
          most == null ? "at least " + schema.getMinItems() : schema.getMinItems() + " to " + most;
      String problem = "expected " + bounds + " items, got 0";
      found.add(new RejectedValue(model, field.name(), List.of(), problem));
    }
    return found.build();
  }

  private static void addLengths(
      Stream.Builder<RejectedValue> found, Model model, ModelSpec.Field field, Schema<?> schema) {
    Integer least = schema.getMinLength();
    Integer most = schema.getMaxLength();
    if (least == null && most == null) {
      return;
    }
    String bounds =
        most == null ? "at least " + least : (least == null ? 0 : least) + " to " + most;
    if (least != null && least > 0) {
      String problem = "expected " + bounds + " characters, got " + (least - 1);
      found.add(new RejectedValue(model, field.name(), "x".repeat(least - 1), problem));
    }
    if (most != null) {
      String problem = "expected " + bounds + " characters, got " + (most + 1);
      found.add(new RejectedValue(model, field.name(), "\ud83d\ude00".repeat(most + 1), problem));
    }
  }

  private static void addRanges(
      Stream.Builder<RejectedValue> found, Model model, ModelSpec.Field field, Schema<?> schema) {
    BigDecimal low = schema.getMinimum();
    BigDecimal high = schema.getMaximum();
    boolean small = "int32".equals(schema.getFormat());
    if (low != null) {
      long below = low.longValueExact() - 1;
      String problem = "expected at least " + low + (high == null ? "" : " and at most " + high);
      found.add(
          new RejectedValue(model, field.name(), whole(below, small), problem + ", got " + below));
    }
    if (high != null) {
      long above = high.longValueExact() + 1;
      String problem =
          "expected " + (low == null ? "" : "at least " + low + " and ") + "at most " + high;
      found.add(
          new RejectedValue(model, field.name(), whole(above, small), problem + ", got " + above));
    }
  }

  private static Object whole(long value, boolean small) {
    return small ? (Object) Math.toIntExact(value) : value;
  }

  @Test
  void boundsOfEveryKindAreTried() {
    assertThat(refusals().map(RejectedValue::toString))
        .hasSizeGreaterThan(80)
        .anyMatch(each -> each.contains("required"))
        .anyMatch(each -> each.contains("characters"))
        .anyMatch(each -> each.contains("at most 12"))
        .anyMatch(each -> each.contains("items"))
        .anyMatch(each -> each.contains("a text like"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void builderNamesFieldAndBound(RejectedValue refusal) {
    JsonElement document = new RandomJson(1, false).of(refusal.model());
    Object builder = refusal.model().builder(document);
    Model.set(builder, refusal.field(), refusal.value());
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> Model.build(builder))
        .withMessage(refusal.model() + "." + refusal.field() + ": " + refusal.sentence())
        .satisfies(e -> assertThat(e.field()).isEqualTo(refusal.model() + "." + refusal.field()));
  }

  @ParameterizedTest
  @MethodSource("cloud.finfusion.generated.ModelSpec#objects")
  void responsesOutOfBoundsAreReadAllTheSame(Model model) {
    for (ModelSpec.Field field : model.fields()) {
      if (ModelSpec.BUNDLED.resolve(field.schema()).getMaxLength() != null) {
        var document = new RandomJson(1, false).of(model).getAsJsonObject();
        document.addProperty(field.name(), String.join("", Collections.nCopies(5000, "x")));
        assertThat(Model.get(model.read(document), field.name())).isEqualTo("x".repeat(5000));
      }
    }
  }
}
