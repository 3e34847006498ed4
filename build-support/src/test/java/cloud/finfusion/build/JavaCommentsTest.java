package cloud.finfusion.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Comments go, their lines stay, and what only looks like one stays. */
class JavaCommentsTest {
  @Test
  void commentsLeaveTheirEndsOfLines() {
    assertThat(JavaComments.blank("a /* 1\n * 2\n */ b // 3\nc")).isEqualTo("a \n\n b \nc");
  }

  @Test
  void literalsStay() {
    String source = "\"// \\\" /* \" + '\"' + '\\'' + \"\"\"\n /* \" */\n\"\"\"";

    assertThat(JavaComments.blank(source + " // gone")).isEqualTo(source + " ");
  }

  @Test
  void aLongLiteralIsNoMatterOfStack() {
    String literal = '"' + "a\\n".repeat(100_000) + '"';

    assertThat(JavaComments.blank(literal)).isEqualTo(literal);
  }
}
