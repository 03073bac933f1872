package io.voicecloner.emulator;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one provider's document says where it differs from others of its dialect.
 *
 * @param name as the library's settings name it
 * @param basePath the path of its base URL on the emulator, no two alike
 * @param maxText how long the text of a preview may be, in code points: no document says how characters are counted (wire-facts 7)
 * @param models which models of a preview are taken
 * @param flags the members that must be booleans
 * @param languages the values of {@code language_boost}; empty where the member is unknown, and then it is not looked at
 * @param uploadPaths where recordings are uploaded to; none where they are named by URL
 * @param extraInfo whether the answer to a clone with preview tells {@code extra_info}
 * @param voiceManagement whether voices can be listed and deleted
 * @param speechModels the models that have a path each to speak with; none where the request names the model
 * @param taskUrlLife how long the URL lives at which the audio of a task is
 */
record HostRules(
        String name,
        String basePath,
        int maxText,
        Predicate<String> models,
        List<String> flags,
        Set<String> languages,
        List<String> uploadPaths,
        boolean extraInfo,
        boolean voiceManagement,
        List<String> speechModels,
        Duration taskUrlLife) {

    private static final List<String> FLAGS = List.of("need_noise_reduction", "need_volume_normalization");
    private static final List<String> FLAGS_AND_WATERMARK =
            List.of("need_noise_reduction", "need_volume_normalization", "aigc_watermark");

    private static final Duration NINE_HOURS = Duration.ofHours(9);

    private static final List<String> HIGHWAY_MODELS = List.of(
            "speech-02-hd",
            "speech-02-turbo",
            "speech-2.5-hd-preview",
            "speech-2.5-turbo-preview",
            "speech-2.8-hd",
            "speech-2.8-turbo");

    /**
     * spec/000, spec/001. The models are an enum of its schema, so another one is an invalid parameter. {@code aigc_watermark}
     * stands in its earlier documents only (wire-facts 1.3): it must be a boolean and does nothing.
     */
    static final HostRules MINIMAX = new HostRules(
            "minimax",
            "/v1",
            1000,
            Set.of(
                    "speech-2.8-hd",
                    "speech-2.8-turbo",
                    "speech-2.6-hd",
                    "speech-2.6-turbo",
                    "speech-02-hd",
                    "speech-02-turbo",
                    "speech-01-hd",
                    "speech-01-turbo")::contains,
            FLAGS_AND_WATERMARK,
            MiniMaxRules.LANGUAGES,
            List.of("/files/upload"),
            true,
            true,
            List.of(),
            NINE_HOURS);

    /**
     * spec/002. Its list of models cannot be meant as complete, as its own example sends {@code speech-01-hd}, which is not in it:
     * whatever begins with {@code speech-} is taken.
     */
    static final HostRules NOVITA = new HostRules(
            "novita",
            "/v3",
            2000,
            model -> model.startsWith("speech-"),
            FLAGS,
            Set.of(),
            List.of(),
            false,
            false,
            List.of(
                    "speech-02-hd",
                    "speech-02-turbo",
                    "speech-2.5-hd-preview",
                    "speech-2.5-turbo-preview",
                    "speech-2.6-hd",
                    "speech-2.6-turbo",
                    "speech-2.8-hd",
                    "speech-2.8-turbo"),
            Duration.ofHours(24));

    /**
     * spec/003. Nothing in the document is against its list of models, and it is the one thing in which it differs from Novita's:
     * only what it lists is taken, so no 2.6. The base path has a prefix because Novita has {@code /v3} on the same port.
     */
    static final HostRules HIGHWAY = new HostRules(
            "highway",
            "/highway/v3",
            2000,
            HIGHWAY_MODELS::contains,
            FLAGS,
            Set.of(),
            List.of(),
            false,
            false,
            HIGHWAY_MODELS,
            NINE_HOURS);

    /**
     * spec/004, a gateway before MiniMax. The model is a free string there. The document is silent about lengths and whether text
     * needs a model; MiniMax's rules hold, as gateways that tell limits tell these (wire-facts 4.3). {@code language_boost} is not in
     * the document but in those of other gateways: it is accepted and not looked at, since a caller who sends it is right
     * somewhere and the document does not say that unknown members are refused. Uploads go to {@code files/upload}, at other
     * gateways to {@code files}, so both are served (wire-facts 4.2). The example reply has no {@code extra_info}. No gateway
     * documents {@code get_voice} or {@code delete_voice} (wire-facts 4.4).
     */
    static final HostRules PROXY = new HostRules(
            "proxy",
            "/minimax/v1",
            1000,
            model -> true,
            FLAGS_AND_WATERMARK,
            Set.of(),
            List.of("/files/upload", "/files"),
            false,
            false,
            List.of(),
            NINE_HOURS);

    void checkPreview(@Nullable String text, @Nullable String model) {
        require(
                text == null || text.codePointCount(0, text.length()) <= maxText,
                "text is longer than " + maxText + " characters");
        require(text == null || model != null, "model is required with text");
        require(model == null || models.test(model), "model is unknown");
    }

    void checkModel(String model) {
        require(models.test(model), "model is unknown");
    }

    /** Of the models with a path of their own: whether the page of this one shows MiniMax's reply instead of a flat one. */
    boolean nestsSpeech(String model) {
        return model.startsWith("speech-2.8-");
    }

    void checkFlags(JsonFields body) {
        flags.forEach(body::flag);
    }

    void checkLanguage(JsonFields body) {
        if (!languages.isEmpty()) {
            String language = body.optionalText("language_boost");
            require(language == null || languages.contains(language), "language_boost is unknown");
        }
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new BadRequest(rule);
        }
    }
}
