package io.voicecloner.testkit;

import io.voicecloner.Feature;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A request to make a voice, as it would stand on a wire. */
record FakeRequest(String key, @Nullable String voiceId, Set<Feature> asked) {
    FakeRequest with(Feature feature) {
        Set<Feature> more = new TreeSet<>(asked);
        more.add(feature);
        return new FakeRequest(key, voiceId, more);
    }

    FakeRequest without(Feature feature) {
        Set<Feature> fewer = new TreeSet<>(asked);
        fewer.remove(feature);
        return new FakeRequest(key, voiceId, fewer);
    }

    FakeRequest under(String id) {
        return new FakeRequest(key, id, asked);
    }
}
