package io.voicecloner.emulator;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /minimax-voice-cloning} (spec/002, spec/003). The recordings are fetched while the client
 * waits, and only what a preview plays or the voice speaks with stays on disk. spec/003 does not show
 * the members of {@code clone_prompt}; they are Novita's (wire-facts 3.3).
 */
final class NovitaClone implements Route {
    private static final Set<String> NOT_OPTIONS = Set.of("audio_url", "clone_prompt");

    private final HostRules rules;
    private final Account account;
    private final RecordingStore recordings;
    private final LoopbackFetch fetch;
    private final Previews previews;
    private final VoiceSources sources;
    private final Clock clock;

    NovitaClone(
            HostRules rules,
            Account account,
            RecordingStore recordings,
            Previews previews,
            VoiceSources sources,
            Clock clock) {
        this.rules = rules;
        this.account = account;
        this.recordings = recordings;
        fetch = new LoopbackFetch(recordings);
        this.previews = previews;
        this.sources = sources;
        this.clock = clock;
    }

    @Override
    public Answer answer(Exchange exchange) throws IOException {
        JsonFields body = exchange.json();
        String audioUrl = body.text("audio_url");
        String text = body.optionalText("text");
        rules.checkPreview(text, body.optionalText("model"));
        checkAccuracy(body.optionalNumber("accuracy"));
        rules.checkFlags(body);

        EmulatedVoice.Prompt prompt = prompt(body.optionalObject("clone_prompt"));
        StoredRecording source = fetched("audio_url", audioUrl);
        try {
            checkSource(audible("audio_url", source));
            String voiceId = "voice_" + Tokens.next();
            account.countCreate(voiceId);
            sources.keep(source);
            account.add(new EmulatedVoice(
                    rules.name(), voiceId, clock.instant(), source.from(audioUrl), prompt, body.except(NOT_OPTIONS)));
            return reply(voiceId, text == null ? "" : exchange.origin() + previews.publish(rules.name(), source));
        } finally {
            if (!previews.plays(source) && !sources.keeps(source)) {
                recordings.delete(source);
            }
        }
    }

    @Override
    public boolean clones() {
        return true;
    }

    private EmulatedVoice.@Nullable Prompt prompt(@Nullable JsonFields prompt) throws IOException {
        if (prompt == null) {
            return null;
        }
        String url = prompt.text("prompt_audio_url");
        String transcript = prompt.text("prompt_text");
        StoredRecording example = fetched("clone_prompt.prompt_audio_url", url);
        recordings.delete(example);
        if (LengthLimits.isTooLongPrompt(audible("clone_prompt.prompt_audio_url", example))) {
            throw NovitaRefusal.invalidAudio("prompt audio too long");
        }
        return new EmulatedVoice.Prompt(example.from(url), transcript);
    }

    private static void checkAccuracy(@Nullable Double accuracy) {
        if (accuracy != null && !(accuracy >= 0 && accuracy <= 1)) {
            throw new BadRequest("accuracy must be from 0 to 1");
        }
    }

    private StoredRecording fetched(String field, String url) throws IOException {
        try {
            return fetch.fetch(url);
        } catch (FetchFailedException e) {
            throw NovitaRefusal.invalidAudio(field + " " + e.getMessage());
        }
    }

    private static Sound audible(String field, StoredRecording recording) {
        @Nullable Sound sound = recording.sound();
        if (sound == null) {
            throw NovitaRefusal.invalidAudio(field + " is not mp3, m4a or wav");
        }
        return sound;
    }

    /** In MiniMax's words, which are expected inside of Novita's message (wire-facts 2.5). */
    private static void checkSource(Sound source) {
        if (LengthLimits.isTooShortSource(source)) {
            throw NovitaRefusal.invalidAudio("voice duration too short");
        }
        if (LengthLimits.isTooLongSource(source)) {
            throw NovitaRefusal.invalidAudio("voice duration too long");
        }
    }

    private static Answer reply(String voiceId, String previewUrl) {
        JsonObject body = new JsonObject();
        body.addProperty("demo_audio_url", previewUrl);
        body.addProperty("voice_id", voiceId);
        return Answer.json(200, body);
    }
}
