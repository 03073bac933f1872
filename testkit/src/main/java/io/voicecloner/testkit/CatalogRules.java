package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.voicecloner.Catalog;
import io.voicecloner.Category;
import io.voicecloner.DeletedVoice;
import io.voicecloner.Existence;
import io.voicecloner.Feature;
import io.voicecloner.ListedVoice;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceRef;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** The voices that a provider lists and deletes. */
final class CatalogRules {
    private static final String GROUP = "catalog";

    private CatalogRules() {}

    static Stream<ContractRule> all() {
        return Stream.of(
                rule(
                        "R105",
                        "listing and deleting are there with their features, and are said to be unsupported without",
                        CatalogRules::promised),
                rule("R106", "a voice that was used is listed, and is there", CatalogRules::used)
                        .needs(Feature.LIST_VOICES)
                        .needs(Feature.SPEECH),
                rule("R107", "a voice that was never used is not told as missing", CatalogRules::unused)
                        .needs(Feature.LIST_VOICES),
                rule("R108", "a voice that was deleted is gone, and told as gone", CatalogRules::deleted)
                        .needs(Feature.DELETE_VOICE),
                rule("R109", "a voice that is gone already cannot be deleted", CatalogRules::deletedTwice)
                        .needs(Feature.DELETE_VOICE),
                rule(
                        "R110",
                        "a voice is looked for and deleted where it lives, and nowhere else",
                        CatalogRules::elsewhere));
    }

    private static ContractRule rule(String id, String title, ContractRule.Check check) {
        return new ContractRule(id, GROUP, title, check);
    }

    private static void promised(Bench bench) {
        VoiceCloner cloner = bench.cloner();
        if (cloner.capabilities().has(Feature.LIST_VOICES)) {
            cloner.catalog().list();
        } else {
            SpeechRefusalRules.requireUnsupported(bench, () -> cloner.catalog().list());
        }
        VoiceRef nobodys = VoiceRef.of(bench.host().provider(), Bench.voiceId('n'));
        if (cloner.capabilities().has(Feature.DELETE_VOICE)) {
            assertTrue(cloner.catalog().serves(nobodys), () -> nobodys + " would live here");
        } else {
            SpeechRefusalRules.requireUnsupported(bench, () -> cloner.catalog().delete(nobodys));
        }
    }

    private static void used(Bench bench) throws IOException {
        try (Speaking voice = new Speaking(bench)) {
            voice.spoken(bench.cloner(), voice.plain());
            requireListed(voice.voice(), bench.cloner(), true);
            assertEquals(Existence.YES, bench.cloner().catalog().exists(voice.voice()), "whether it is there");
        }
    }

    private static void unused(Bench bench) {
        VoiceRef voice = cloned(bench);
        Existence told = bench.cloner().catalog().exists(voice);
        assertFalse(told == Existence.NO, () -> "told as missing: " + voice);
    }

    private static void deleted(Bench bench) throws IOException {
        boolean speaks = bench.cloner().capabilities().has(Feature.SPEECH);
        VoiceRef voice = cloned(bench);
        Catalog catalog = bench.cloner().catalog();
        if (speaks) {
            bench.cloner().speech().activate(voice);
        }
        DeletedVoice gone = catalog.delete(voice);
        assertEquals(voice, gone.ref(), "the voice told");
        assertEquals(Existence.NO, catalog.exists(voice), "whether it is there");
        // Another cloner remembers nothing of it.
        requireListed(voice, bench.persistent(), false);
        if (speaks) {
            requireGone(() -> bench.cloner().speech().activate(voice));
        }
    }

    private static void deletedTwice(Bench bench) {
        VoiceRef voice = cloned(bench);
        bench.cloner().catalog().delete(voice);
        requireGone(() -> bench.cloner().catalog().delete(voice));
    }

    private static void elsewhere(Bench bench) {
        boolean deletes = bench.cloner().capabilities().has(Feature.DELETE_VOICE);
        if (!deletes && !bench.cloner().capabilities().has(Feature.LIST_VOICES)) {
            throw new TestAbortedException("needs LIST_VOICES or DELETE_VOICE, which the provider does not have");
        }
        VoiceRef own = bench.cloned(bench.plain()).ref();
        Catalog catalog = bench.cloner().catalog();
        assertTrue(catalog.serves(own), () -> own + " lives here");
        int before = bench.host().requests();
        VoiceRef stranger = VoiceRef.of("somebody-else", own.id());
        assertFalse(catalog.serves(stranger), () -> stranger + " lives elsewhere");
        requireStranger(() -> catalog.exists(stranger));
        if (deletes) {
            requireStranger(() -> catalog.delete(stranger));
        }
        assertEquals(before, bench.host().requests(), "requests sent");
    }

    /** What a reference says beside the id is another rule's matter. */
    private static VoiceRef cloned(Bench bench) {
        return VoiceRef.of(
                bench.host().provider(), bench.cloned(bench.plain()).ref().id());
    }

    private static void requireListed(VoiceRef voice, VoiceCloner cloner, boolean expected) {
        if (cloner.capabilities().has(Feature.LIST_VOICES)) {
            boolean listed =
                    cloner.catalog().list().stream().map(ListedVoice::ref).anyMatch(voice::equals);
            assertEquals(expected, listed, () -> "whether it is listed: " + voice);
        }
    }

    private static void requireGone(Speaking.Call call) {
        VoiceClonerException failure = Speaking.failureOf(call);
        assertEquals(Category.VOICE_NOT_FOUND, failure.category(), () -> "the leaf of: " + failure);
    }

    private static void requireStranger(Speaking.Call call) {
        assertEquals(
                Set.of("voice"),
                SpeechRefusalRules.refused(Speaking.failureOf(call)),
                "wrong with a voice of elsewhere");
    }
}
