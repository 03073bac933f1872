package io.voicecloner.failover;

import io.voicecloner.Catalog;
import io.voicecloner.DeletedVoice;
import io.voicecloner.Existence;
import io.voicecloner.ListedVoice;
import io.voicecloner.VoiceRef;
import java.util.List;

/** The voices of several cloners. */
final class CatalogByVoice implements Catalog {
    private final List<Catalog> homes;

    CatalogByVoice(List<Catalog> homes) {
        this.homes = List.copyOf(homes);
    }

    private Catalog require(VoiceRef voice) {
        return homes.stream()
                .filter(home -> home.serves(voice))
                .findFirst()
                .orElseThrow(() -> Strangers.refused(voice));
    }

    /** Of all that have lists, one after the other. */
    @Override
    public List<ListedVoice> list() {
        return homes.stream().flatMap(home -> home.list().stream()).toList();
    }

    @Override
    public Existence exists(VoiceRef voice) {
        return require(voice).exists(voice);
    }

    @Override
    public DeletedVoice delete(VoiceRef voice) {
        return require(voice).delete(voice);
    }

    @Override
    public boolean serves(VoiceRef voice) {
        return homes.stream().anyMatch(home -> home.serves(voice));
    }
}
