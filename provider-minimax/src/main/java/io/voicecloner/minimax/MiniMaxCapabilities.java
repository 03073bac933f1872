package io.voicecloner.minimax;

import io.voicecloner.AudioLimits;
import io.voicecloner.Capabilities;
import io.voicecloner.Feature;
import io.voicecloner.VoiceIdRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What MiniMax documents of itself: {@code spec/000} for recordings, {@code spec/001} for the rest. */
final class MiniMaxCapabilities {
    private static final List<String> FORMATS = List.of("mp3", "m4a", "wav");

    /** "20 MB" is taken as 20 MiB here; the provider may still refuse what lies between. */
    private static final long MAX_BYTES = 20L * 1024 * 1024;

    private static final List<String> LANGUAGES = List.of(
            "Chinese",
            "Chinese,Yue",
            "English",
            "Arabic",
            "Russian",
            "Spanish",
            "French",
            "Portuguese",
            "German",
            "Turkish",
            "Dutch",
            "Ukrainian",
            "Vietnamese",
            "Indonesian",
            "Japanese",
            "Italian",
            "Korean",
            "Thai",
            "Polish",
            "Romanian",
            "Greek",
            "Czech",
            "Finnish",
            "Hindi",
            "Bulgarian",
            "Danish",
            "Hebrew",
            "Malay",
            "Persian",
            "Slovak",
            "Swedish",
            "Croatian",
            "Filipino",
            "Hungarian",
            "Norwegian",
            "Slovenian",
            "Catalan",
            "Nynorsk",
            "Tamil",
            "Afrikaans",
            "auto");

    private static final VoiceIdRule VOICE_ID = new VoiceIdRule(
            Pattern.compile("[A-Za-z][A-Za-z0-9_-]{6,254}[A-Za-z0-9]"),
            "8 to 256 ASCII letters, digits, - and _, beginning with a letter and not ending in - or _");

    static final Capabilities ALL = Capabilities.builder(new AudioLimits(
                    FORMATS, Optional.of(Duration.ofSeconds(10)), Optional.of(Duration.ofMinutes(5)), MAX_BYTES))
            .prompt(new AudioLimits(FORMATS, Optional.empty(), Optional.of(Duration.ofSeconds(8)), MAX_BYTES))
            .preview(1000, MiniMaxModels.ALL, MiniMaxModels.SPEECH_2_8_HD)
            .languageBoost(LANGUAGES)
            .chosenVoiceId(VOICE_ID)
            .features(
                    Feature.FILE_AUDIO,
                    Feature.NOISE_REDUCTION,
                    Feature.VOLUME_NORMALIZATION,
                    Feature.SAFETY_VERDICT,
                    Feature.USAGE)
            .build();

    private MiniMaxCapabilities() {}
}
