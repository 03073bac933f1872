package io.voicecloner.emulator;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /voice_clone} (spec/001, spec/004). More lenient than the documents in one place: {@code prompt_text} need not end
 * with punctuation, as that of the full example in spec/000 does not.
 */
final class MiniMaxClone implements Route {
    private static final Set<String> NOT_OPTIONS = Set.of("file_id", "voice_id", "clone_prompt");

    private final HostRules rules;
    private final Account account;
    private final Previews previews;
    private final VoiceSources sources;
    private final Clock clock;

    MiniMaxClone(HostRules rules, Account account, Previews previews, VoiceSources sources, Clock clock) {
        this.rules = rules;
        this.account = account;
        this.previews = previews;
        this.sources = sources;
        this.clock = clock;
    }

    @Override
    public Answer answer(Exchange exchange) throws IOException {
        JsonFields body = exchange.json();
        String voiceId = body.text("voice_id");
        account.countCreate(voiceId);

        String text = body.optionalText("text");
        MiniMaxRules.checkVoiceId(voiceId);
        String model = body.optionalText("model");
        rules.checkPreview(text, model);
        rules.checkLanguage(body);
        rules.checkFlags(body);
        // No file is deleted between being found and being played back.
        synchronized (account) {
            Account.Upload source = upload(body, "file_id", "voice_clone");
            EmulatedVoice.Prompt prompt = prompt(body.optionalObject("clone_prompt"));
            checkSource(audible(source));

            EmulatedVoice voice = new EmulatedVoice(
                    rules.name(), voiceId, clock.instant(), recording(source), prompt, body.except(NOT_OPTIONS));
            sources.keep(source.recording());
            if (!account.add(voice)) {
                throw MiniMaxRefusal.voiceIdTaken();
            }
            return reply(exchange, source.recording(), text, model);
        }
    }

    @Override
    public void ignore(Exchange exchange) throws IOException {
        account.countCreate(exchange.json().text("voice_id"));
    }

    @Override
    public boolean clones() {
        return true;
    }

    private EmulatedVoice.@Nullable Prompt prompt(@Nullable JsonFields prompt) {
        if (prompt == null) {
            return null;
        }
        String transcript = prompt.text("prompt_text");
        Account.Upload example = upload(prompt, "prompt_audio", "prompt_audio");
        if (LengthLimits.isTooLongPrompt(audible(example))) {
            throw MiniMaxRefusal.promptTooLong();
        }
        return new EmulatedVoice.Prompt(recording(example), transcript);
    }

    private Account.Upload upload(JsonFields body, String field, String purpose) {
        Account.Upload upload = account.upload(body.int64(field));
        if (upload == null) {
            throw MiniMaxRefusal.unknownFile(field);
        }
        if (!upload.facts().purpose().equals(purpose)) {
            throw new BadRequest(field + " must be a file uploaded with purpose " + purpose);
        }
        return upload;
    }

    private static Sound audible(Account.Upload upload) {
        @Nullable Sound sound = upload.recording().sound();
        if (sound == null) {
            throw MiniMaxRefusal.unusableAudio();
        }
        return sound;
    }

    private static void checkSource(Sound source) {
        if (LengthLimits.isTooShortSource(source)) {
            throw MiniMaxRefusal.sourceTooShort();
        }
        if (LengthLimits.isTooLongSource(source)) {
            throw MiniMaxRefusal.sourceTooLong();
        }
    }

    private static Recording recording(Account.Upload upload) {
        return upload.recording().from(Long.toString(upload.facts().fileId()));
    }

    /** As the examples of spec/001 and spec/004 have it: {@code input_sensitive} is a boolean there, an object in the schema of spec/001. */
    private Answer reply(Exchange exchange, StoredRecording source, @Nullable String text, @Nullable String model) {
        JsonObject body = new JsonObject();
        body.addProperty("input_sensitive", false);
        body.addProperty("input_sensitive_type", 0);
        body.addProperty("demo_audio", text == null ? "" : exchange.origin() + previews.publish(rules.name(), source));
        if (text != null && rules.extraInfo()) {
            body.add("extra_info", ExtraInfo.of(source, text, Interjections.words(text, model)));
        }
        body.add("base_resp", MiniMaxRefusal.success());
        return Answer.json(200, body);
    }
}
