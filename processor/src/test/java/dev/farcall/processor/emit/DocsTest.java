package dev.farcall.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocsTest {

  @Test
  void theDescriptionStaysAndBlockTagsGo() {
    assertThat(Docs.lines(" Finds a user.\n\n <p>Or not.\n\n @param id who\n @return it\n"))
        .containsExactly("Finds a user.", "", "Or not.");
  }

  @Test
  void markupBecomesText() {
    assertThat(
            Docs.lines(
                "A {@code List<String>} of {@link User#name() names}, {@link User}s"
                    + " or {@link #other} &lt;b&gt; <b>x</b> {@literal a<b & c}"))
        .containsExactly("A List<String> of names, Users or other <b> x a<b & c");
  }

  @Test
  void noDocIsNoLine() {
    assertThat(Docs.lines("")).isEmpty();
    assertThat(Docs.lines(" \n \n")).isEmpty();
    assertThat(Docs.lines("@see nothing")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n", "\u000b", "\f", "\u0085", "\u2028", "\u2029"})
  void noLineBreakLeavesItsComment(String lineBreak) {
    assertThat(Docs.lines("a" + lineBreak + "message Evil {}"))
        .containsExactly("a", "message Evil {}");
  }

  @Test
  void controlCharactersAndHalfCharactersBecomeSpaces() {
    assertThat(Docs.lines("a\u0000b\u001bc\ud800d\u007fe")).containsExactly("a b c d e");
  }
}
