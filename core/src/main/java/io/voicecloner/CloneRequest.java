package io.voicecloner;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What to clone, and how. Immutable; each {@code with…} returns a changed copy. What is not set is not sent: the provider's own
 * default holds. What the provider lacks is refused, never left out silently.
 */
public final class CloneRequest {
    private static final Pattern PRINTABLE = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]{1,200}");

    private final Values values;

    private CloneRequest(Values values) {
        this.values = values;
    }

    /** Asks for a clone of this recording: mp3, m4a or wav, 10 seconds to 5 minutes, at most 20 MB at every provider known today. */
    public static CloneRequest of(AudioSource audio) {
        return new CloneRequest(new Values(audio));
    }

    /** With an id of the caller's choice instead of one made by the library or the server. An id can be used only once, ever. */
    public CloneRequest withVoiceId(String id) {
        return changed(draft -> draft.voiceId = Objects.requireNonNull(id, "id"));
    }

    /** With a short piece of the same voice, less than 8 seconds, and its exact words, ending in a punctuation mark. */
    public CloneRequest withPrompt(AudioSource promptAudio, String transcript) {
        return changed(draft -> draft.prompt = new Prompt(promptAudio, transcript));
    }

    /** With a text for the new voice to read, by the provider's default model. Billed like any synthesis. */
    public CloneRequest withPreview(String text) {
        return changed(draft -> draft.preview = new PreviewText(text, Optional.empty()));
    }

    /** With a text for the new voice to read, by this model. Models are open names: the provider modules list those known. */
    public CloneRequest withPreview(String text, String model) {
        return changed(draft -> draft.preview = new PreviewText(text, Optional.of(model)));
    }

    /** With the language to favour, in the provider's words, for example {@code English} or {@code auto}. */
    public CloneRequest withLanguage(String name) {
        return changed(draft -> draft.language = Objects.requireNonNull(name, "name"));
    }

    /** With the accuracy, 0 to 1, that the provider's check of the text must reach. */
    public CloneRequest withAccuracy(double threshold) {
        return changed(draft -> draft.accuracy = threshold);
    }

    /** With or without noise reduction; unset by default. */
    public CloneRequest withNoiseReduction(boolean enabled) {
        return changed(draft -> draft.noiseReduction = enabled);
    }

    /** With or without volume normalization; unset by default. */
    public CloneRequest withVolumeNormalization(boolean enabled) {
        return changed(draft -> draft.volumeNormalization = enabled);
    }

    /** With or without an audible watermark in the preview; unset by default. */
    public CloneRequest withWatermark(boolean enabled) {
        return changed(draft -> draft.watermark = enabled);
    }

    /** With the time the whole clone may take, uploads included. Default: the provider settings' deadline. */
    public CloneRequest withDeadline(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("a deadline is longer than nothing: " + limit);
        }
        return changed(draft -> draft.deadline = limit);
    }

    /** With somebody to tell how far an upload has come. */
    public CloneRequest withProgress(UploadProgress listener) {
        return changed(draft -> draft.progress = Objects.requireNonNull(listener, "listener"));
    }

    /**
     * With where the speaker's consent is on record, in the application's own words: a number of a contract, for example. Given to the
     * {@link ConsentCheck} of the cloner and to nobody else: never sent, never logged. Without such a check it means nothing.
     *
     * @param reference 1 to 200 printable characters
     */
    public CloneRequest withConsent(String reference) {
        if (!PRINTABLE.matcher(reference).matches()) {
            throw new IllegalArgumentException("a reference to a consent is 1 to 200 printable characters");
        }
        return changed(draft -> draft.consent = reference);
    }

    /**
     * With the recordings that were uploaded deleted at the provider once the clone has ended, however it ended. What could not be deleted is
     * among {@link ClonedVoice#orphans()} or {@link VoiceClonerException#orphans()}. A provider that takes no uploads fetches a copy, which it
     * has no way to delete; a warning says so. The caller may wait 5 seconds more for it, deadline or not. Default: they stay.
     */
    public CloneRequest withRecordingsDeleted(boolean deleted) {
        return changed(draft -> draft.recordingsDeleted = deleted);
    }

    public AudioSource audio() {
        return values.audio;
    }

    public Optional<String> voiceId() {
        return Optional.ofNullable(values.voiceId);
    }

    public Optional<Prompt> prompt() {
        return Optional.ofNullable(values.prompt);
    }

    public Optional<PreviewText> preview() {
        return Optional.ofNullable(values.preview);
    }

    public Optional<String> language() {
        return Optional.ofNullable(values.language);
    }

    public Optional<Double> accuracy() {
        return Optional.ofNullable(values.accuracy);
    }

    public Optional<Boolean> noiseReduction() {
        return Optional.ofNullable(values.noiseReduction);
    }

    public Optional<Boolean> volumeNormalization() {
        return Optional.ofNullable(values.volumeNormalization);
    }

    public Optional<Boolean> watermark() {
        return Optional.ofNullable(values.watermark);
    }

    public Optional<Duration> deadline() {
        return Optional.ofNullable(values.deadline);
    }

    public Optional<UploadProgress> progress() {
        return Optional.ofNullable(values.progress);
    }

    /** Whether uploaded recordings are to be deleted after the clone; empty if nothing was said. */
    public Optional<Boolean> recordingsDeleted() {
        return Optional.ofNullable(values.recordingsDeleted);
    }

    /** Where the speaker's consent is on record. */
    public Optional<String> consent() {
        return Optional.ofNullable(values.consent);
    }

    private CloneRequest changed(Consumer<Values> change) {
        Values draft = values.clone();
        change.accept(draft);
        return new CloneRequest(draft);
    }

    /** All that may be asked for. Changed only as a copy that nobody else has yet. */
    private static final class Values extends Copyable {
        private final AudioSource audio;
        private @Nullable String voiceId;
        private @Nullable Prompt prompt;
        private @Nullable PreviewText preview;
        private @Nullable String language;
        private @Nullable Double accuracy;
        private @Nullable Boolean noiseReduction;
        private @Nullable Boolean volumeNormalization;
        private @Nullable Boolean watermark;
        private @Nullable Duration deadline;
        private @Nullable UploadProgress progress;
        private @Nullable String consent;
        private @Nullable Boolean recordingsDeleted;

        Values(AudioSource audio) {
            this.audio = Objects.requireNonNull(audio, "audio");
        }

        @Override
        protected Values clone() {
            return (Values) super.clone();
        }
    }
}
