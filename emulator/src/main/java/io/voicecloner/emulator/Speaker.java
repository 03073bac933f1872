package io.voicecloner.emulator;

import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Speaks with the voices of one account, and so makes them stay. The provider's own voices, though one is listed, cannot be spoken
 * with: there is no recording of theirs to play.
 */
final class Speaker {
    private final String provider;
    private final Account account;
    private final Neighbours neighbours;
    private final VoiceSources sources;
    private final SpeechSettings settings;
    private final Dialect dialect;
    private final Clock clock;

    Speaker(
            String provider,
            Account account,
            Neighbours neighbours,
            VoiceSources sources,
            SpeechSettings settings,
            Dialect dialect,
            Clock clock) {
        this.provider = provider;
        this.account = account;
        this.neighbours = neighbours;
        this.sources = sources;
        this.settings = settings;
        this.dialect = dialect;
        this.clock = clock;
    }

    /** What the voice says. From now on it is one that was spoken with, and the characters are billed. */
    SpokenAudio speak(SpeechRequest request, boolean async) {
        SpokenAudio audio = heard(request);
        account.useVoice(request.voiceId());
        account.add(new EmulatedSynthesis(
                provider,
                request.voiceId(),
                request.model(),
                request.characters(),
                clock.instant(),
                async,
                request.options()));
        return audio;
    }

    /** A task to fetch it by. One that is to fail uses no voice and bills nothing. */
    SpeechTask begin(SpeechRequest request, String id, long fileId) {
        SpokenAudio audio = settings.taskEnd() == TaskEnd.FAILED ? heard(request) : speak(request, true);
        SpeechTask task = new SpeechTask(id, fileId, request, audio, clock.instant(), settings);
        account.tasks().add(task);
        return task;
    }

    /** The same as when it is spoken, with nothing used and nothing billed. */
    private SpokenAudio heard(SpeechRequest request) {
        if (Characters.isUnreadable(request.text())) {
            throw dialect.unreadableText();
        }
        EmulatedVoice voice = account.voice(request.voiceId());
        if (voice == null) {
            throw neighbours.know(request.voiceId(), account) ? dialect.foreignVoice() : dialect.unknownVoice();
        }
        @Nullable StoredRecording source = sources.of(voice);
        @Nullable AudioFormat format = source == null ? null : source.format();
        if (source == null || format == null) {
            throw new IllegalStateException("the recording of " + request.voiceId() + " was not kept");
        }
        return new SpokenAudio(source, format, settings.repeats());
    }
}
