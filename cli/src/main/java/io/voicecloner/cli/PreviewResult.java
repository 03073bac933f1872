package io.voicecloner.cli;

import io.voicecloner.ClonedVoice;
import io.voicecloner.Preview;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What became of the preview.
 *
 * @param url where it is, only if no file was asked for: it may be signed, and is printed only as the result asked for
 * @param file where it was saved
 * @param bytes its size, where known
 * @param failure why it was not saved although a file was asked for, as a sentence
 */
record PreviewResult(Optional<URI> url, Optional<Path> file, OptionalLong bytes, Optional<String> failure) {
    /** Saves the preview if a file is asked for. Never throws: the voice is made and must be printed. */
    static PreviewResult of(VoiceCloner cloner, ClonedVoice voice, @Nullable Path output, Deadline deadline) {
        Optional<Preview> preview = voice.preview();
        if (output == null) {
            return new PreviewResult(
                    preview.map(Preview::uri),
                    Optional.empty(),
                    preview.map(Preview::bytes).orElse(OptionalLong.empty()),
                    Optional.empty());
        }
        if (preview.isEmpty()) {
            return notSaved("the provider gave none.");
        }
        try {
            long bytes = save(cloner, preview.get(), output, deadline);
            return new PreviewResult(Optional.empty(), Optional.of(output), OptionalLong.of(bytes), Optional.empty());
        } catch (OutOfTime e) {
            return notSaved("the time allowed by --timeout ran out.");
        } catch (VoiceClonerException e) {
            return notSaved(e.getMessage());
        } catch (RuntimeException | Error e) {
            return notSaved("internal error (" + e.getClass().getName() + ").");
        }
    }

    private static long save(VoiceCloner cloner, Preview preview, Path output, Deadline deadline) {
        if (deadline.remaining().isEmpty()) {
            return cloner.download(preview, output);
        }
        try (Alarm alarm = Alarm.in(deadline.remaining().get())) {
            try {
                return cloner.download(preview, output);
            } catch (RuntimeException e) {
                throw alarm.rang() ? new OutOfTime(e) : e;
            }
        }
    }

    private static PreviewResult notSaved(@Nullable String why) {
        return new PreviewResult(
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.of("The preview was not saved: " + why));
    }

    /** The deadline passed while the preview was on its way. */
    private static final class OutOfTime extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfTime(RuntimeException cause) {
            super(cause);
        }
    }
}
