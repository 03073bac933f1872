package io.voicecloner.fake;

import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.AudioHostFactory;
import io.voicecloner.spi.Option;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Makes {@link FakeAudioHost}s: {@code audio-host { type = fake, port = 80, secret-key = … }}. */
public class FakeAudioHostFactory implements AudioHostFactory {
    @Override
    public String type() {
        return "fake";
    }

    @Override
    public Set<Option> options() {
        return Set.of(
                Option.of("port", Option.Type.INTEGER, "Where.").fromEnvironment("FAKE_HOST_PORT"),
                Option.of("secret-key", Option.Type.SECRET, "What it is opened with."));
    }

    @Override
    public AudioHost open(Map<String, String> settings) throws IOException {
        if (settings.containsKey("secret-key")) {
            throw new IOException("port taken");
        }
        return new FakeAudioHost();
    }
}
