package io.voicecloner.emulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Listing and deleting voices (wire-facts 1.4; platform.minimax.io, voice-management-get and -delete). */
final class MiniMaxVoices {
    private static final Set<String> LISTED_TYPES = Set.of("system", "voice_cloning", "voice_generation", "all");
    private static final Set<String> DELETABLE_TYPES = Set.of("voice_cloning", "voice_generation");

    private final Account account;

    MiniMaxVoices(Account account) {
        this.account = account;
    }

    /**
     * {@code POST /get_voice}. A clone is listed once it was spoken with, not before. A kind that was not asked for, or of which
     * there is none, is null: official clients guard against that. Of the system's voices there is one, so that they can be told
     * from one's own.
     */
    Answer list(Exchange exchange) throws IOException {
        String type = type(exchange.json(), LISTED_TYPES);
        List<JsonObject> clones = account.voices().stream()
                .filter(voice -> voice.state() == EmulatedVoice.State.USED)
                .map(MiniMaxVoices::clone)
                .toList();
        JsonObject body = new JsonObject();
        body.add("system_voice", ofKind("system", type, List.of(systemVoice())));
        body.add("voice_cloning", ofKind("voice_cloning", type, clones));
        body.add("voice_generation", ofKind("voice_generation", type, List.of()));
        body.add("base_resp", MiniMaxRefusal.success());
        return Answer.json(200, body);
    }

    /**
     * {@code POST /delete_voice}. A clone may be deleted before it was ever spoken with. No page says how an unknown id is answered;
     * 2054 is how this provider says elsewhere that a voice does not exist (wire-facts 1.5).
     */
    Answer delete(Exchange exchange) throws IOException {
        JsonFields request = exchange.json();
        String type = type(request, DELETABLE_TYPES);
        String voiceId = request.text("voice_id");
        EmulatedVoice deleted = type.equals("voice_cloning") ? account.deleteVoice(voiceId) : null;
        if (deleted == null) {
            throw MiniMaxRefusal.unknownVoice();
        }
        JsonObject body = new JsonObject();
        body.addProperty("voice_id", voiceId);
        body.addProperty("created_time", createdTime(deleted));
        body.add("base_resp", MiniMaxRefusal.success());
        return Answer.json(200, body);
    }

    private static String type(JsonFields request, Set<String> known) {
        String type = request.text("voice_type");
        if (!known.contains(type)) {
            throw new BadRequest("voice_type is unknown");
        }
        return type;
    }

    private static JsonElement ofKind(String kind, String asked, List<JsonObject> voices) {
        if (voices.isEmpty() || !(asked.equals(kind) || asked.equals("all"))) {
            return JsonNull.INSTANCE;
        }
        JsonArray array = new JsonArray();
        voices.forEach(array::add);
        return array;
    }

    private static JsonObject clone(EmulatedVoice voice) {
        JsonObject listed = new JsonObject();
        listed.addProperty("voice_id", voice.voiceId());
        listed.add("description", new JsonArray());
        listed.addProperty("created_time", createdTime(voice));
        return listed;
    }

    private static JsonObject systemVoice() {
        JsonObject listed = new JsonObject();
        listed.addProperty("voice_id", "Chinese (Mandarin)_Reliable_Executive");
        listed.addProperty("voice_name", "Reliable Executive");
        listed.add("description", new JsonArray());
        return listed;
    }

    /** A date, {@code 2025-08-20}; of which time zone is not documented. */
    private static String createdTime(EmulatedVoice voice) {
        return LocalDate.ofInstant(voice.createdAt(), ZoneOffset.UTC).toString();
    }
}
