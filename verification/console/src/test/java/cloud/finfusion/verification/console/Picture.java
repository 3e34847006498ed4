package cloud.finfusion.verification.console;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A screenshot in at most 256 of its colours: half the size, and nobody sees it. */
final class Picture {
  private static final int RGB = 0xFFFFFF;

  /** The square of a distance that nobody sees. */
  private static final int SAME = 100;

  private final BufferedImage whole;
  private final Map<Integer, Integer> nearest = new HashMap<>();

  private Picture(BufferedImage whole) {
    this.whole = whole;
  }

  static void write(byte[] png, Path file) throws IOException {
    BufferedImage whole = ImageIO.read(new ByteArrayInputStream(png));
    boolean unused = ImageIO.write(new Picture(whole).indexed(), "png", file.toFile());
  }

  private BufferedImage indexed() {
    List<Integer> colours = distinct();
    int[] map = colours.stream().mapToInt(Integer::intValue).toArray();
    BufferedImage small =
        new BufferedImage(
            whole.getWidth(),
            whole.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, map.length, map, 0, false, -1, 0));
    for (int y = 0; y < whole.getHeight(); y++) {
      for (int x = 0; x < whole.getWidth(); x++) {
        int index = nearest.computeIfAbsent(at(x, y), colour -> nearest(colours, colour));
        small.getRaster().setSample(x, y, 0, index);
      }
    }
    return small;
  }

  private List<Integer> distinct() {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int y = 0; y < whole.getHeight(); y++) {
      for (int x = 0; x < whole.getWidth(); x++) {
        counts.merge(at(x, y), 1, Integer::sum);
      }
    }
    List<Integer> chosen = new ArrayList<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .filter(each -> chosen.stream().allMatch(other -> distance(each, other) > SAME))
        .limit(256)
        .forEachOrdered(chosen::add);
    return chosen;
  }

  private int at(int x, int y) {
    return whole.getRGB(x, y) & RGB;
  }

  private static int nearest(List<Integer> colours, int colour) {
    int best = 0;
    for (int i = 1; i < colours.size(); i++) {
      if (distance(colours.get(i), colour) < distance(colours.get(best), colour)) {
        best = i;
      }
    }
    return best;
  }

  private static int distance(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int difference = (one >> shift & 0xFF) - (other >> shift & 0xFF);
      sum += difference * difference;
    }
    return sum;
  }
}
