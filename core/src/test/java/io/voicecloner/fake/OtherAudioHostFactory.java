package io.voicecloner.fake;

import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.AudioHostFactory;
import io.voicecloner.spi.Option;
import java.util.Map;
import java.util.Set;

/** Another host, with a setting of the same name and another meaning. */
public final class OtherAudioHostFactory implements AudioHostFactory {
    @Override
    public String type() {
        return "other";
    }

    @Override
    public Set<Option> options() {
        return Set.of(Option.of("port", Option.Type.TEXT, "Which harbour."));
    }

    @Override
    public AudioHost open(Map<String, String> settings) {
        return new FakeAudioHost();
    }
}
