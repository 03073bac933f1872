package io.voicecloner.minimax;

import io.voicecloner.ListedVoice;
import io.voicecloner.Step;
import io.voicecloner.VoiceRef;
import io.voicecloner.http.Answer;
import io.voicecloner.http.ProviderApi;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.CatalogSession;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The clones of an account, as the dialect lists and deletes them. */
final class UploadCloneCatalog implements CatalogSession {
    private final ProviderApi api;
    private final CatalogService service;
    private final @Nullable String groupId;
    private final Refusals refusals;
    private final Function<String, VoiceRef> ref;

    UploadCloneCatalog(ProviderApi api, @Nullable String groupId, Refusals refusals, Function<String, VoiceRef> ref) {
        this.api = api;
        this.service = api.service(CatalogService.class);
        this.groupId = groupId;
        this.refusals = refusals;
        this.ref = ref;
    }

    @Override
    public List<ListedVoice> list(CallScope scope) {
        return api.read(Step.LIST_VOICES, scope, () -> clones(scope)).stream()
                .filter(Objects::nonNull)
                .filter(voice -> voice.voiceId() != null && isPrintable(voice.voiceId()))
                .map(voice -> new ListedVoice(ref.apply(voice.voiceId()), CreatedTime.read(voice.createdTime())))
                .toList();
    }

    private List<CatalogWire.@Nullable Voice> clones(CallScope scope) {
        Answer<CatalogWire.Voices> answer = api.call(
                Step.LIST_VOICES,
                scope,
                exchange -> service.voices(groupId, new CatalogWire.Asked(CatalogWire.CLONES), exchange));
        CatalogWire.Voices voices = refusals.successful(Step.LIST_VOICES, scope, answer);
        Refusals.requireCode(Step.LIST_VOICES, scope, answer, voices.baseResp());
        if (voices.clones() == null && voices.slots() != null) {
            // An older API: what its list means is not documented, and to take it for an empty one would be wrong.
            throw Refusals.incomplete(Step.LIST_VOICES, scope, answer, "voice_cloning");
        }
        return voices.clones() == null ? List.of() : voices.clones();
    }

    /** What is not may look like another line of the list. */
    private static boolean isPrintable(String id) {
        return !id.isBlank() && id.codePoints().noneMatch(Character::isISOControl);
    }

    @Override
    public void delete(String voiceId, CallScope scope) {
        CatalogWire.Delete body = new CatalogWire.Delete(CatalogWire.CLONES, voiceId);
        api.delete(Step.DELETE_VOICE, scope, () -> {
            Answer<CatalogWire.Deleted> answer =
                    api.call(Step.DELETE_VOICE, scope, exchange -> service.delete(groupId, body, exchange));
            CatalogWire.Deleted deleted = refusals.successful(Step.DELETE_VOICE, scope, answer);
            Refusals.requireCode(Step.DELETE_VOICE, scope, answer, deleted.baseResp());
        });
    }
}
