package org.example;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.ConfigurationException;
import io.voicecloner.DownloadException;
import io.voicecloner.Preview;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import io.voicecloner.VoiceRef;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The step behind the button "speak in my voice": a recording comes in; a voice and its preview end up in the person's folder. */
public final class SpeakInMyVoice {
    private final VoiceCloner cloner;
    private final Path stored;
    private final Path pending;
    private final Path preview;

    SpeakInMyVoice(VoiceCloner cloner, Path folder) {
        this.cloner = cloner;
        stored = folder.resolve("voice.txt");
        pending = folder.resolve("voice.pending");
        preview = folder.resolve("preview.mp3");
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("usage: java -jar speak-in-my-voice.jar RECORDING TEXT FOLDER");
            System.exit(Answer.Next.STAFF.ordinal());
        }
        Answer answer;
        // A server keeps one cloner for its whole life and shares it between threads.
        try (VoiceCloner cloner = VoiceCloners.fromConfig()) {
            Path folder = Files.createDirectories(Path.of(arguments[2]));
            answer = new SpeakInMyVoice(cloner, folder).run(Path.of(arguments[0]), arguments[1]);
        } catch (ConfigurationException e) {
            System.err.println(e.getMessage());
            answer = Answer.to(e);
        }
        System.out.println(answer.text());
        System.exit(answer.next().ordinal());
    }

    /** May be called again whatever happened before: nobody pays for a second voice by accident. */
    Answer run(Path recording, String text) throws IOException {
        if (Files.exists(stored)) {
            return Answer.ready(VoiceRef.parse(Files.readString(stored)), Files.exists(preview));
        }
        try {
            // Stays behind if this process dies before it learns what became of the voice.
            Files.createFile(pending);
        } catch (FileAlreadyExistsException e) {
            return Answer.unknown();
        }
        try {
            ClonedVoice voice = cloner.cloneVoice(
                    CloneRequest.of(AudioSource.file(recording)).withPreview(text));
            Files.writeString(stored, voice.ref().toString());
            Files.delete(pending);
            // Also why there is no preview: its address was lost with an answer, or its speech was found unsafe.
            voice.warnings().forEach(System.err::println);
            voice.preview().ifPresent(this::savePreview);
            return Answer.ready(voice.ref(), Files.exists(preview));
        } catch (VoiceClonerException e) {
            System.err.println(e.getMessage()); // for the log: no key, no signed URL and no audio is in it
            if (!e.voiceMayExist()) {
                Files.delete(pending);
            }
            return Answer.to(e);
        }
    }

    /** The voice is there, whatever becomes of its preview. */
    private void savePreview(Preview found) {
        try {
            cloner.download(found, preview);
        } catch (DownloadException e) {
            System.err.println(e.getMessage());
        }
    }
}
