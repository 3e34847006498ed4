package cloud.finfusion.generated;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.runtime.Json;
import cloud.finfusion.runtime.UnreadableJsonException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C087: the reader and writer of times are faster than Java's own, and differ in nothing else. */
class TimesAsJavaHasThemTest {
  private static final int TIMES = 2000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20dd-0d-1dT0d:4d:3dZ",
        "dddd-dd-ddTdd:dd:ddZ",
        "20dd-0d-2dT1d:1d:1d.dZ",
        "20dd-0d-2dT1d:1d:1d.ddd000Z",
        "20dd-0d-2dT1d:1d:1d.dddddddddZ",
        "20dd-0d-2dT1d:1d:1d.Z",
        "20dd-0d-2dT1d:1d:1dxZ",
        "20dd-0d-2dT1d:1d:1d.ddxZ",
        "20dd-0d-2dT1d:1d:1d+0d:3d",
        "20dd-0d-2dT1d:1d:1d-1d:dd",
        "20dd-0d-2dt1d:1d:1dz",
        "20dd-0d-2dT1d:1dZ",
        "20dd-0d-2dT1d:1d:00.000Z",
        "00dd-0d-2dT1d:1d:1dZ",
        "+20ddd-0d-2dT1d:1d:1dZ",
        "-0ddd-0d-2dT1d:1d:1dZ",
        "20dd-0d-2d 1d:1d:1dZ",
        "20dd-0d-2dT1d:1d:1d",
        "20dd-0d-2dT1d:1d:1dZZ",
        "20dd-0d-2dT1d:-1:1dZ",
      })
  @DisplayName("read alike, refused alike")
  void readAlike(String shape) {
    Random random = new Random(shape.hashCode());
    for (int i = 0; i < TIMES; i++) {
      String text =
          shape
              .chars()
              .mapToObj(c -> c == 'd' ? "" + random.nextInt(10) : Character.toString(c))
              .collect(Collectors.joining());
      assertThat(ours(text)).as(text).isEqualTo(javas(text));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "100000000", "123456789", "120000"})
  @DisplayName("written alike")
  void writtenAlike(int nano) {
    Random random = new Random(nano);
    for (int i = 0; i < TIMES; i++) {
      int year = random.nextInt(12_000) - 1000;
      int seconds = random.nextInt(3) * random.nextInt(30);
      ZoneOffset offset = ZoneOffset.ofTotalSeconds(random.nextInt(5) * random.nextInt(15_000));
      OffsetDateTime time = OffsetDateTime.of(year, 1, 2, 3, i % 60, seconds, nano, offset);
      assertThat(Json.write(Json.DATE_TIME, time))
          .isEqualTo('"' + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time) + '"');
    }
  }

  private static @Nullable OffsetDateTime ours(String text) {
    try {
      return Json.read(Json.DATE_TIME, '"' + text + '"');
    } catch (UnreadableJsonException refused) {
      return null;
    }
  }

  private static @Nullable OffsetDateTime javas(String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException refused) {
      return null;
    }
  }
}
