package cloud.finfusion.verification.generators;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeLinesTest {

  @Test
  void blankLinesAndCommentsAreNotCounted() {
    String source =
        """
        /** Doc.
         * more
         */
        class A { // why

          /* what */ int b;
        }
        """;

    assertThat(CodeLines.in(source)).isEqualTo(3);
  }

  @Test
  void whatLooksLikeACommentInATextIsCode() {
    assertThat(
            CodeLines.in("String url = \"https://a/*\";\nchar quote = '\"'; // \"\nint b; /* */"))
        .isEqualTo(3);
  }

  @Test
  void aQuoteThatIsEscapedDoesNotEndAText() {
    assertThat(CodeLines.in("String a = \"\\\" /* \";\nint b;\nString c = \" */\";")).isEqualTo(3);
  }
}
