package io.voicecloner;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What to say, and how. Immutable: each {@code with…} gives a changed copy. What is not set is not sent, and the provider's default holds; only a task is
 * always told its channels, 1 unless 2 are asked for.
 * Ranges are checked against {@link Capabilities#speech()} before anything is sent.
 */
public final class SpeechRequest {
    private final Values values;

    private SpeechRequest(Values values) {
        this.values = values;
    }

    /**
     * A text to be said by a voice.
     *
     * @param text its words; a pause of x seconds is {@code <#x#>} where the provider knows that (wire-facts 1.4)
     */
    public static SpeechRequest of(VoiceRef voice, String text) {
        return new SpeechRequest(
                new Values(Objects.requireNonNull(voice, "voice"), Objects.requireNonNull(text, "text")));
    }

    /** A text to be said by a voice of which it is known when it was made: a failure can then say since when it is gone. */
    public static SpeechRequest of(ClonedVoice voice, String text) {
        return of(voice.ref(), text).withVoiceCreatedAt(voice.createdAt());
    }

    private SpeechRequest changed(Consumer<Values> change) {
        Values draft = values.clone();
        change.accept(draft);
        return new SpeechRequest(draft);
    }

    /** With this model. Default: {@link SpeechLimits#defaultModel()}. */
    public SpeechRequest withModel(String model) {
        return changed(draft -> draft.model = Objects.requireNonNull(model, "model"));
    }

    /** With this speed, 1 being ordinary. */
    public SpeechRequest withSpeed(double speed) {
        return changed(draft -> draft.speed = OptionalDouble.of(speed));
    }

    /** With this volume, 1 being ordinary. */
    public SpeechRequest withVolume(double volume) {
        return changed(draft -> draft.volume = OptionalDouble.of(volume));
    }

    /** With this pitch in semitones, 0 being ordinary. */
    public SpeechRequest withPitch(int pitch) {
        return changed(draft -> draft.pitch = OptionalInt.of(pitch));
    }

    /** With this emotion, {@code happy} for example. */
    public SpeechRequest withEmotion(String emotion) {
        return changed(draft -> draft.emotion = Objects.requireNonNull(emotion, "emotion"));
    }

    /** With this language favoured, {@code English} or {@code auto} for example. */
    public SpeechRequest withLanguage(String language) {
        return changed(draft -> draft.language = Objects.requireNonNull(language, "language"));
    }

    /** With this format of the audio, {@code mp3} or {@code wav} for example. */
    public SpeechRequest withFormat(String format) {
        return changed(draft -> draft.format = Objects.requireNonNull(format, "format"));
    }

    /** With this many samples a second. */
    public SpeechRequest withSampleRate(int hertz) {
        return changed(draft -> draft.sampleRate = OptionalInt.of(hertz));
    }

    /** With this many bits a second. */
    public SpeechRequest withBitrate(int bitsPerSecond) {
        return changed(draft -> draft.bitrate = OptionalInt.of(bitsPerSecond));
    }

    /** With this many channels: 1 or 2. */
    public SpeechRequest withChannels(int channels) {
        return changed(draft -> draft.channels = OptionalInt.of(channels));
    }

    /**
     * With a link in the answer, which is then downloaded as a preview is, instead of the audio itself. For audio larger than 32 MB, such as
     * minutes of {@code wav}: an answer that holds it is refused as too large. Not streamed. Default: the audio in the answer.
     */
    public SpeechRequest withAudioByLink(boolean byLink) {
        return changed(draft -> draft.byLink = byLink);
    }

    /** With this much time for everything. Default: {@link ProviderSettings#deadline()}, and half an hour at least for a task. */
    public SpeechRequest withDeadline(Duration deadline) {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("a deadline lies in the future");
        }
        return changed(draft -> draft.deadline = deadline);
    }

    /** With this one told how far it has come. */
    public SpeechRequest withProgress(SpeechProgress progress) {
        return changed(draft -> draft.progress = Objects.requireNonNull(progress, "progress"));
    }

    /** With the moment the voice was made, as {@link ClonedVoice#createdAt()} said it: a failure can then say since when it is gone. Not sent. */
    public SpeechRequest withVoiceCreatedAt(Instant createdAt) {
        return changed(draft -> draft.voiceCreatedAt = Objects.requireNonNull(createdAt, "createdAt"));
    }

    /** Whose voice. */
    public VoiceRef voice() {
        return values.voice;
    }

    /** What it says. */
    public String text() {
        return values.text;
    }

    /** The model asked for. */
    public Optional<String> model() {
        return Optional.ofNullable(values.model);
    }

    /** The speed asked for. */
    public OptionalDouble speed() {
        return values.speed;
    }

    /** The volume asked for. */
    public OptionalDouble volume() {
        return values.volume;
    }

    /** The pitch asked for, in semitones. */
    public OptionalInt pitch() {
        return values.pitch;
    }

    /** The emotion asked for. */
    public Optional<String> emotion() {
        return Optional.ofNullable(values.emotion);
    }

    /** The language asked for. */
    public Optional<String> language() {
        return Optional.ofNullable(values.language);
    }

    /** The format asked for. */
    public Optional<String> format() {
        return Optional.ofNullable(values.format);
    }

    /** The samples a second asked for. */
    public OptionalInt sampleRate() {
        return values.sampleRate;
    }

    /** The bits a second asked for. */
    public OptionalInt bitrate() {
        return values.bitrate;
    }

    /** The channels asked for. */
    public OptionalInt channels() {
        return values.channels;
    }

    /** Whether a link is asked for instead of the audio itself. */
    public boolean audioByLink() {
        return values.byLink;
    }

    /** How much time there is. */
    public Optional<Duration> deadline() {
        return Optional.ofNullable(values.deadline);
    }

    /** Who is told how far it has come. */
    public Optional<SpeechProgress> progress() {
        return Optional.ofNullable(values.progress);
    }

    /** When the voice was made, where that is known. */
    public Optional<Instant> voiceCreatedAt() {
        return Optional.ofNullable(values.voiceCreatedAt);
    }

    /** Shows no text: it may be private. */
    @Override
    public String toString() {
        return "SpeechRequest[" + values.voice + ", " + values.text.length() + " characters]";
    }

    private static final class Values extends Copyable {
        private final VoiceRef voice;
        private final String text;
        private @Nullable String model;
        private OptionalDouble speed = OptionalDouble.empty();
        private OptionalDouble volume = OptionalDouble.empty();
        private OptionalInt pitch = OptionalInt.empty();
        private @Nullable String emotion;
        private @Nullable String language;
        private @Nullable String format;
        private OptionalInt sampleRate = OptionalInt.empty();
        private OptionalInt bitrate = OptionalInt.empty();
        private OptionalInt channels = OptionalInt.empty();
        private boolean byLink;
        private @Nullable Duration deadline;
        private @Nullable SpeechProgress progress;
        private @Nullable Instant voiceCreatedAt;

        Values(VoiceRef voice, String text) {
            this.voice = voice;
            this.text = text;
        }

        @Override
        protected Values clone() {
            return (Values) super.clone();
        }
    }
}
