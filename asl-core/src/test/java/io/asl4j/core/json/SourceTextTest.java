package io.asl4j.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTextTest {

  @TempDir Path folder;

  @Test
  void countsLinesThatEndInLfCrLfOrCr() {
    SourceText text = SourceText.of("a\nbb\r\nccc\rd");

    assertThat(text.lineCount()).isEqualTo(4);
    assertThat(text.line(1)).isEqualTo("a");
    assertThat(text.line(2)).isEqualTo("bb");
    assertThat(text.line(3)).isEqualTo("ccc");
    assertThat(text.line(4)).isEqualTo("d");
    assertThat(text.range(2, 7)).isEqualTo(new SourceRange(2, 7, 2, 1, 3, 2));
  }

  @Test
  void countsColumnsInCodeUnitsAndTabsAsOne() {
    SourceText text = SourceText.of("\t\uD83D\uDE00x");

    assertThat(text.columnOf(1)).isEqualTo(2);
    assertThat(text.columnOf(3)).isEqualTo(4);
  }

  @Test
  void anEmptyTextHasOneEmptyLine() {
    SourceText text = SourceText.of("");

    assertThat(text.lineCount()).isEqualTo(1);
    assertThat(text.line(1)).isEmpty();
    assertThat(text.range(0, 0).toString()).isEqualTo("1:1");
  }

  @Test
  void aFinalLineEndOpensAnEmptyLine() {
    SourceText text = SourceText.of("a\n");

    assertThat(text.lineCount()).isEqualTo(2);
    assertThat(text.range(2, 2).toString()).isEqualTo("2:1");
  }

  @Test
  void dropsAByteOrderMark() {
    assertThat(SourceText.of("\uFEFF{}").text()).isEqualTo("{}");
  }

  @Test
  void refusesOffsetsAndLinesOutsideTheText() {
    SourceText text = SourceText.of("ab");

    assertThatThrownBy(() -> text.lineOf(3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Offset 3");
    assertThatThrownBy(() -> text.line(2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Line 2");
    assertThatThrownBy(() -> text.line(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsUtf8WithOrWithoutByteOrderMark() throws IOException {
    Path file = write("ü.json", "\uFEFF\"ü漢\"".getBytes(StandardCharsets.UTF_8));

    SourceText text = SourceText.read(file);

    assertThat(text.text()).isEqualTo("\"ü漢\"");
    assertThat(text.name()).isEqualTo(file.toString());
  }

  @Test
  void saysWhichByteIsNotUtf8() throws IOException {
    Path file = write("latin.json", "{\n\"a\": \"\u00FC\"}".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> SourceText.read(file))
        .isInstanceOf(SourceUnreadable.class)
        .hasMessage(
            file
                + " is not UTF-8 text: byte 9, on line 2, has the value 0xFC, which cannot stand"
                + " there.");
  }

  @Test
  void saysThatATruncatedCharacterIsNotUtf8() throws IOException {
    Path file = write("cut.json", new byte[] {'"', (byte) 0xE6, (byte) 0xBC});

    assertThatThrownBy(() -> SourceText.read(file))
        .isInstanceOf(SourceUnreadable.class)
        .hasMessageContaining("byte 2, on line 1");
  }

  @Test
  void saysThatUtf16AndBinaryFilesAreNoText() throws IOException {
    Path utf16 = write("wide.json", "{}".getBytes(StandardCharsets.UTF_16));
    Path binary = write("app.class", new byte[] {'a', 'b', 0, 1});

    assertThatThrownBy(() -> SourceText.read(utf16))
        .hasMessage(utf16 + " is UTF-16 text; save it as UTF-8.");
    assertThatThrownBy(() -> SourceText.read(binary))
        .hasMessage(binary + " looks like a binary file: character 3 has the code 0.");
  }

  @Test
  void saysThatThereIsNoSuchFileOrThatItIsADirectory() {
    Path missing = folder.resolve("none.json");

    assertThatThrownBy(() -> SourceText.read(missing))
        .isInstanceOf(SourceUnreadable.class)
        .hasMessage("There is no file " + missing + ".");
    assertThatThrownBy(() -> SourceText.read(folder))
        .hasMessage(folder + " is a directory, not a file.");
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
