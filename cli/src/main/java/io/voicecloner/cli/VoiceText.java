package io.voicecloner.cli;

import io.voicecloner.ClonedVoice;
import io.voicecloner.Confirmation;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What a person is told of a voice beside its name, which alone goes to standard output. */
final class VoiceText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private VoiceText() {}

    static void tell(ClonedVoice voice, PreviewResult preview, Screen screen) {
        preview.file()
                .ifPresent(file -> screen.tell(
                        "Preview saved to " + file + " (" + preview.bytes().orElse(0) + " bytes)."));
        preview.url().ifPresent(url -> screen.tell("Preview: " + url));
        screen.tell("Deleted by the provider on " + TIME.format(voice.expiresIfUnusedAt())
                + ", unless used for speech before; a preview does not count.");
        if (voice.confirmation() == Confirmation.INFERRED) {
            screen.tell("The first answer was lost; that the voice exists was concluded from a later one.");
        }
        voice.usage()
                .ifPresent(usage -> usage.characters()
                        .ifPresent(count -> screen.tell("The preview is billed as " + count + " characters.")));
        voice.safety()
                .filter(verdict -> verdict.flagged())
                .ifPresent(verdict -> screen.say("the provider flagged the content: " + verdict.description()));
        voice.warnings().forEach(screen::say);
        if (!voice.orphans().isEmpty()) {
            screen.tell("Left at the provider: " + String.join(", ", voice.orphans()) + ".");
        }
    }
}
