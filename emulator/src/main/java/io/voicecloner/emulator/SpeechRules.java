package io.voicecloner.emulator;

import java.util.Set;

/** What the pages of the synthesis say its settings must be (wire-facts 1.4, 2.4; platform.minimax.io, speech-t2a-http). */
final class SpeechRules {

    /** The newer list, and {@code neutral} of older pages. Which model has which is not looked at. */
    private static final Set<String> EMOTIONS = Set.of(
            "happy", "sad", "angry", "fearful", "disgusted", "surprised", "calm", "fluent", "whisper", "neutral");

    private static final Set<Double> SAMPLE_RATES = Set.of(8000d, 16000d, 22050d, 24000d, 32000d, 44100d);
    private static final Set<Double> BITRATES = Set.of(32000d, 64000d, 128000d, 256000d);
    private static final Set<Double> CHANNELS = Set.of(1d, 2d);
    private static final Set<String> FORMATS = Set.of("mp3", "pcm", "flac", "wav", "pcmu_raw", "pcmu_wav", "opus");

    /** {@code voice_id} and the settings around it. */
    static String voiceId(JsonFields voice) {
        String voiceId = voice.text("voice_id");
        Double speed = voice.optionalNumber("speed");
        Double vol = voice.optionalNumber("vol");
        Double pitch = voice.optionalNumber("pitch");
        String emotion = voice.optionalText("emotion");
        require(speed == null || (speed >= 0.5 && speed <= 2), "voice_setting.speed must be from 0.5 to 2");
        require(vol == null || (vol > 0 && vol <= 10), "voice_setting.vol must be above 0 and at most 10");
        require(
                pitch == null || (pitch >= -12 && pitch <= 12 && pitch == Math.rint(pitch)),
                "voice_setting.pitch must be an integer from -12 to 12");
        require(emotion == null || EMOTIONS.contains(emotion), "voice_setting.emotion is unknown");
        return voiceId;
    }

    /**
     * The name of the sample rate differs between the pages; a real server ignores the wrong one.
     *
     * @param stream whether audio is to come as it is made
     */
    static void checkAudio(JsonFields audio, String sampleRate, boolean stream) {
        checkOneOf(audio, sampleRate, SAMPLE_RATES);
        checkOneOf(audio, "bitrate", BITRATES);
        checkOneOf(audio, "channel", CHANNELS);
        audio.flag("force_cbr");
        String format = audio.optionalText("format");
        require(format == null || FORMATS.contains(format), "audio_setting.format is unknown");
        require(!stream || !"wav".equals(format), "audio_setting.format wav cannot be streamed");
    }

    private static void checkOneOf(JsonFields audio, String name, Set<Double> values) {
        Double value = audio.optionalNumber(name);
        require(value == null || values.contains(value), "audio_setting." + name + " is none that there is");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new BadRequest(rule);
        }
    }

    private SpeechRules() {}
}
