package io.voicecloner.emulator;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a synthesis is asked for, found right.
 *
 * @param stream whether the audio is to come as it is made
 * @param url whether as a URL; nobody asks for that together with {@code stream}, where it is not looked at
 * @param aggregated whether the end of a stream may repeat it
 */
record SpeechRequest(
        String model,
        String text,
        String voiceId,
        boolean stream,
        boolean url,
        boolean aggregated,
        Map<String, String> options) {

    /** "&lt; 10,000 characters" and "at most 50,000" (wire-facts 1.4), counted in code points: no page says how (wire-facts 7). */
    private static final int MAX_TEXT = 9_999;

    private static final int MAX_TASK_TEXT = 50_000;
    private static final Set<String> NOT_OPTIONS = Set.of("model", "text");

    /** Of an answer that is waited for. */
    static SpeechRequest spoken(JsonFields body, String model, HostRules rules) {
        String text = text(body, MAX_TEXT);
        boolean stream = body.flag("stream");
        String form = body.optionalText("output_format");
        if (form != null && !form.equals("hex") && !form.equals("url")) {
            throw new BadRequest("output_format must be hex or url");
        }
        @Nullable JsonFields streaming = body.optionalObject("stream_options");
        boolean excluded = streaming != null && streaming.flag("exclude_aggregated_audio");
        String voiceId = settings(body, "sample_rate", stream, rules);
        return new SpeechRequest(
                model, text, voiceId, stream, !stream && "url".equals(form), !excluded, body.except(NOT_OPTIONS));
    }

    /** Of a task. */
    static SpeechRequest task(JsonFields body, String model, String sampleRate, HostRules rules) {
        String text = text(body, MAX_TASK_TEXT);
        String voiceId = settings(body, sampleRate, false, rules);
        return new SpeechRequest(model, text, voiceId, false, false, false, body.except(NOT_OPTIONS));
    }

    int characters() {
        return text.codePointCount(0, text.length());
    }

    private static String text(JsonFields body, int max) {
        String text = body.text("text");
        if (text.codePointCount(0, text.length()) > max) {
            throw new BadRequest("text is longer than " + max + " characters");
        }
        return text;
    }

    private static String settings(JsonFields body, String sampleRate, boolean stream, HostRules rules) {
        JsonFields voice = body.optionalObject("voice_setting");
        if (voice == null) {
            throw new BadRequest("voice_setting.voice_id is required");
        }
        @Nullable JsonFields audio = body.optionalObject("audio_setting");
        if (audio != null) {
            SpeechRules.checkAudio(audio, sampleRate, stream);
        }
        rules.checkLanguage(body);
        return SpeechRules.voiceId(voice);
    }
}
