package io.voicecloner.failover;

import io.voicecloner.Catalog;
import io.voicecloner.DeletedVoice;
import io.voicecloner.Existence;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.ListedVoice;
import io.voicecloner.VoiceRef;
import java.util.ArrayList;
import java.util.List;

/** The voices of several cloners. */
final class CatalogByVoice implements Catalog {
    private final Doors<Catalog> homes;

    CatalogByVoice(Doors<Catalog> homes) {
        this.homes = homes;
    }

    private Catalog require(VoiceRef voice) {
        return homes.open().stream()
                .filter(home -> home.serves(voice))
                .findFirst()
                .orElseThrow(() -> homes.refused(voice));
    }

    /** Of all that have lists, one after the other. */
    @Override
    public List<ListedVoice> list() {
        List<ListedVoice> all = new ArrayList<>();
        int lists = 0;
        InvalidRequestException without = null;
        for (Catalog home : homes.open()) {
            try {
                all.addAll(home.list());
                lists++;
            } catch (InvalidRequestException e) {
                if (!listsNone(e)) {
                    throw e;
                }
                without = without == null ? e : without;
            }
        }
        if (lists == 0 && without != null) {
            throw without;
        }
        return List.copyOf(all);
    }

    /** It deletes voices, and says so who asks it for a list. */
    private static boolean listsNone(InvalidRequestException refusal) {
        return refusal.violations().stream()
                .anyMatch(violation -> violation.rule().equals("unsupported"));
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
        return homes.open().stream().anyMatch(home -> home.serves(voice));
    }
}
