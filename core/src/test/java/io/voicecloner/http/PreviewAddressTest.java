package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The address of a preview as a reply gives it. What cannot be one is no preview: the voice that came with it is worth as much. */
class PreviewAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://audio.example/a.mp3?signature=x%2Fy",
                "http://audio.example/a.mp3",
                "https://bücher.example/a.mp3",
                "https://my_bucket.audio.example/a.mp3",
                "https://10.0.0.1/a.mp3",
            })
    @Tag("B73")
    void aWholeWebAddressIsKeptForTheDownloadToJudge(String text) {
        assertThat(PreviewAddress.read(text)).contains(URI.create(text));
        assertThat(PreviewAddress.read(" " + text + "\n")).contains(URI.create(text));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "undefined",
                "/a.mp3",
                "a.mp3",
                "//audio.example/a.mp3",
                "https:///a.mp3",
                "https:a.mp3",
                "https://",
                "https://audio.example:port/",
            })
    @Tag("B72")
    void whatIsNoWholeAddressIsNone(@Nullable String text) {
        assertThat(PreviewAddress.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "jar:https://audio.example/a.jar!/b",
                "data:audio/mp3;base64,AAAA",
                "ftp://audio.example/a.mp3",
                "javascript:alert(1)",
            })
    @Tag("B70")
    void anotherSchemeIsNone(String text) {
        assertThat(PreviewAddress.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://audio.example/a b.mp3",
                "https://audio.example/a\r\nX-Key: y",
                "https://audio.example/a\tb",
                "https://audio.example/a\u0000b",
                "https://audio.example\\a.mp3",
                "https://192.168.1.1\\@audio.example/",
                "https://audio .example/",
            })
    @Tag("B67")
    @Tag("B71")
    void whatHoldsSpacesOrBackslashesIsNone(String text) {
        assertThat(PreviewAddress.read(text)).isEmpty();
    }
}
