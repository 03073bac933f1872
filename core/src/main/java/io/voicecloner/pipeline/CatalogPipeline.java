package io.voicecloner.pipeline;

import io.voicecloner.Capabilities;
import io.voicecloner.Catalog;
import io.voicecloner.CloneEvent;
import io.voicecloner.DeletedVoice;
import io.voicecloner.Existence;
import io.voicecloner.Feature;
import io.voicecloner.InstalledProvider;
import io.voicecloner.ListedVoice;
import io.voicecloner.ProviderSettings;
import io.voicecloner.VoiceRef;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.CatalogSession;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The voices of one configured account. */
final class CatalogPipeline implements Catalog {
    private final CatalogSession session;
    private final Capabilities capabilities;
    private final VoiceHome home;
    private final ProviderSettings settings;
    private final List<InstalledProvider> others;
    private final Calls calls;
    private final Instruments around;
    private final Set<VoiceRef> deleted = ConcurrentHashMap.newKeySet();

    CatalogPipeline(
            CatalogSession session,
            Capabilities capabilities,
            VoiceHome home,
            ProviderSettings settings,
            List<InstalledProvider> others,
            Calls calls,
            Instruments around) {
        this.session = session;
        this.capabilities = capabilities;
        this.home = home;
        this.settings = settings;
        this.others = others;
        this.calls = calls;
        this.around = around;
    }

    @Override
    public List<ListedVoice> list() {
        calls.requireOpen();
        require(Feature.LIST_VOICES, "lists no voices");
        return during(session::list);
    }

    @Override
    public Existence exists(VoiceRef voice) {
        calls.requireOpen();
        home.require(voice);
        if (deleted.contains(voice)) {
            return Existence.NO;
        }
        boolean listed = capabilities.has(Feature.LIST_VOICES)
                && list().stream().anyMatch(each -> each.ref().equals(voice));
        return listed ? Existence.YES : Existence.UNKNOWN;
    }

    @Override
    public DeletedVoice delete(VoiceRef voice) {
        calls.requireOpen();
        require(Feature.DELETE_VOICE, "deletes no voices");
        home.require(voice);
        return during(scope -> {
            session.delete(voice.id(), scope);
            deleted.add(voice);
            scope.tell(() -> new CloneEvent.VoiceDeleted(scope.provider(), scope.call(), voice));
            return new DeletedVoice(voice, around.clock().instant());
        });
    }

    @Override
    public boolean serves(VoiceRef voice) {
        return home.holds(voice);
    }

    private void require(Feature feature, String lacking) {
        if (!capabilities.has(feature)) {
            throw Unsupported.by(home.provider(), lacking, feature, others);
        }
    }

    private <R> R during(Function<CallScope, R> work) {
        CallScope scope = calls.admitted(CallScope.of(
                home.provider(),
                settings.deadline(),
                null,
                null,
                around.time(),
                around.listening().ifHeard().orElse(null)));
        try {
            return work.apply(scope);
        } finally {
            calls.ended(scope);
        }
    }
}
