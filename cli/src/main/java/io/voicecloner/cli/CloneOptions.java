package io.voicecloner.cli;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code voicecloner clone} is told. Filled by picocli; what was not given is null or false. */
final class CloneOptions {
    @Parameters(
            paramLabel = "AUDIO",
            converter = AudioArgument.class,
            description = "The recording to clone: a file or an http or https URL.")
    @SuppressWarnings("NullAway.Init")
    AudioSource audio;

    @Option(names = "--voice-id", paramLabel = "ID", description = "The id of the new voice. Default: one is made.")
    @Nullable
    String voiceId;

    @Option(
            names = "--prompt-audio",
            paramLabel = "AUDIO",
            converter = AudioArgument.class,
            description = "A short piece of the same voice, file or URL.")
    @Nullable
    AudioSource promptAudio;

    @Option(names = "--prompt-text", paramLabel = "TEXT", description = "Exactly what is said in --prompt-audio.")
    @Nullable
    String promptText;

    @Option(names = "--text", paramLabel = "TEXT", description = "What the new voice shall read as a preview. Billed.")
    @Nullable
    String text;

    @Option(names = "--model", paramLabel = "MODEL", description = "The model that reads it.")
    @Nullable
    String model;

    @Option(names = "--language", paramLabel = "L", description = "The language to favour, in the provider's words.")
    @Nullable
    String language;

    @Option(names = "--accuracy", paramLabel = "N", description = "The accuracy, 0 to 1, the text check must reach.")
    @Nullable
    Double accuracy;

    @Option(names = "--noise-reduction", description = "Take noise out of the recording.")
    boolean noiseReduction;

    @Option(names = "--volume-normalization", description = "Even out the loudness of the recording.")
    boolean volumeNormalization;

    @Option(names = "--watermark", description = "Mark the preview audibly as made by a machine.")
    boolean watermark;

    @Option(
            names = "--delete-recordings",
            description = "Delete what was uploaded once the clone has ended; what could not be deleted is told.")
    boolean deleteRecordings;

    @Option(names = "--output", paramLabel = "PREVIEW", description = "Save the preview here; replaced as a whole.")
    @Nullable
    Path output;

    @Option(names = "--dry-run", description = "Check everything, send nothing.")
    boolean dryRun;

    @Mixin
    final CommonOptions common = new CommonOptions();

    /** A flag that is not given is not sent: the provider's own default holds. */
    CloneRequest request() {
        CloneRequest request = CloneRequest.of(audio);
        request = voiceId == null ? request : request.withVoiceId(voiceId);
        request = promptAudio == null || promptText == null ? request : request.withPrompt(promptAudio, promptText);
        if (text != null) {
            request = model == null ? request.withPreview(text) : request.withPreview(text, model);
        }
        request = language == null ? request : request.withLanguage(language);
        request = accuracy == null ? request : request.withAccuracy(accuracy);
        request = noiseReduction ? request.withNoiseReduction(true) : request;
        request = volumeNormalization ? request.withVolumeNormalization(true) : request;
        request = watermark ? request.withWatermark(true) : request;
        return deleteRecordings ? request.withRecordingsDeleted(true) : request;
    }
}
