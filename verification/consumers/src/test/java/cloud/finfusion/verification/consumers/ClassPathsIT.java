package cloud.finfusion.verification.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A program that pays, reads, calls asynchronously and checks a webhook runs on the class paths of
 * users, or is refused by a sentence before anything is sent; {@code -Dclass-paths=write} writes
 * the table.
 */
@DisplayName("fault I: class paths of users")
@Tag("slow")
class ClassPathsIT {
  private static final Path TARGET = Path.of(System.getProperty("consumer.target"));
  private static final ClassPathTable TABLE =
      new ClassPathTable(Path.of(System.getProperty("consumer.class-paths.page")));

  /** So many lines of the table, of few that stand for most. */
  @Test
  void fewAreAsTheTableSays() throws Exception {
    assertThat(TABLE.rows()).containsAll(rows("few-class-paths", ClassPaths.FEW));
    assertThat(TABLE.rows()).hasSameSizeAs(ClassPaths.ALL);
  }

  @Test
  @Tag("class-paths") // minutes
  void allAreAsTheTableSays() throws Exception {
    List<String> rows = rows("class-paths", ClassPaths.ALL);

    if (System.getProperty("class-paths", "").equals("write")) {
      assertThat(rows).as("without a JDK 25 a row is missing").hasSameSizeAs(ClassPaths.ALL);
      TABLE.write(rows);
    }
    assertThat(rows)
        .as("out of date; write it again with -Drun=class-paths -Dclass-paths=write")
        .allSatisfy(row -> assertThat(TABLE.rows()).contains(row));
    assertThat(rows).filteredOn(row -> row.contains("BROKEN")).isEmpty();
  }

  private static List<String> rows(String folder, List<ClassPath> all) throws Exception {
    List<ClassPath> possible = all.stream().filter(each -> each.launcher().isPossible()).toList();
    ClassPathProjects projects = new ClassPathProjects(TARGET.resolve(folder));
    projects.build(possible);
    List<String> rows = new ArrayList<>();
    for (ClassPath each : possible) {
      ShopRun run = ShopRun.of(each.launcher(), projects.project(each), projects.jars(each));
      rows.add(ClassPathTable.row(each, run));
    }
    return rows;
  }
}
