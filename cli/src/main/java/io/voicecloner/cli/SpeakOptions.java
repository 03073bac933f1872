package io.voicecloner.cli;

import io.voicecloner.SpeechRequest;
import io.voicecloner.VoiceRef;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code voicecloner speak} is told. Filled by picocli; what was not given is null or false. */
final class SpeakOptions {
    private static final String DASH = "-";

    @Parameters(
            paramLabel = "VOICE",
            converter = VoiceArgument.class,
            description = "The voice, as clone printed it: minimax:vc-7k3q.")
    @SuppressWarnings("NullAway.Init")
    VoiceRef voice;

    @Parameters(
            paramLabel = "TEXT",
            description =
                    "What it shall say; - reads it from standard input, in UTF-8. Put -- before VOICE if it begins with -.")
    @SuppressWarnings("NullAway.Init")
    String text;

    @Option(names = "--model", paramLabel = "M", description = "The model that speaks.")
    @Nullable
    String model;

    @Option(names = "--speed", paramLabel = "N", description = "How fast, 1 being ordinary.")
    @Nullable
    Double speed;

    @Option(names = "--volume", paramLabel = "N", description = "How loud, 1 being ordinary.")
    @Nullable
    Double volume;

    @Option(names = "--pitch", paramLabel = "N", description = "How high, in semitones, 0 being ordinary.")
    @Nullable
    Integer pitch;

    @Option(names = "--emotion", paramLabel = "E", description = "The emotion, in the provider's words.")
    @Nullable
    String emotion;

    @Option(names = "--language", paramLabel = "L", description = "The language to favour, in the provider's words.")
    @Nullable
    String language;

    @Option(names = "--format", paramLabel = "F", description = "The format of the audio: mp3, wav and others.")
    @Nullable
    String format;

    @Option(names = "--sample-rate", paramLabel = "N", description = "Samples a second.")
    @Nullable
    Integer sampleRate;

    @Option(names = "--bitrate", paramLabel = "N", description = "Bits a second.")
    @Nullable
    Integer bitrate;

    @Option(names = "--channels", paramLabel = "N", description = "1 or 2.")
    @Nullable
    Integer channels;

    @Option(
            names = "--by-link",
            description = "Have the audio downloaded from a link: for more than 32 MB, such as minutes of wav.")
    boolean byLink;

    @Option(
            names = "--created-at",
            paramLabel = "INSTANT",
            converter = InstantArgument.class,
            description = "When the voice was made, createdAt of clone --json: tells of one that is gone since when.")
    @Nullable
    Instant createdAt;

    @Option(
            names = "--output",
            paramLabel = "F",
            description = "Write the audio to this file, replaced as a whole; - or nothing: to standard output, as it "
                    + "comes. Never to a terminal, and with --json only to a file.")
    @Nullable
    Path output;

    @Mixin
    final CommonOptions common = new CommonOptions();

    /** The file to be written; null for standard output. */
    @Nullable
    Path file() {
        return output == null || output.toString().equals(DASH) ? null : output;
    }

    /** Whether the text comes from standard input. */
    boolean isTextPiped() {
        return text.equals(DASH);
    }

    /** What was not given is not sent: the provider's own default holds. */
    SpeechRequest request(String words) {
        SpeechRequest request = SpeechRequest.of(voice, words).withAudioByLink(byLink);
        request = model == null ? request : request.withModel(model);
        request = speed == null ? request : request.withSpeed(speed);
        request = volume == null ? request : request.withVolume(volume);
        request = pitch == null ? request : request.withPitch(pitch);
        request = emotion == null ? request : request.withEmotion(emotion);
        request = language == null ? request : request.withLanguage(language);
        request = format == null ? request : request.withFormat(format);
        request = sampleRate == null ? request : request.withSampleRate(sampleRate);
        request = bitrate == null ? request : request.withBitrate(bitrate);
        request = channels == null ? request : request.withChannels(channels);
        return createdAt == null ? request : request.withVoiceCreatedAt(createdAt);
    }
}
