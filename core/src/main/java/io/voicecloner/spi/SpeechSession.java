package io.voicecloner.spi;

/** Speaks with the voices of a provider that was opened with settings. Thread-safe. */
public interface SpeechSession {
    /**
     * Makes one synthesis. The request was checked against {@link io.voicecloner.Capabilities#speech()}, and its voice lives here. Called on the
     * caller's thread; blocks until the outcome is known, the deadline passes or the scope is cancelled.
     *
     * @param output takes the audio that comes in an answer; left alone where the audio is given as a link
     * @throws io.voicecloner.VoiceClonerException made by {@link Failures} for everything that goes wrong
     */
    SpokenAudio speak(PreparedSpeech request, AudioOutput output, CallScope scope);
}
