package io.voicecloner.fake;

import io.voicecloner.Capabilities;
import io.voicecloner.ProviderSettings;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.ProviderSession;
import io.voicecloner.spi.StandardOptions;
import io.voicecloner.spi.VoiceClonerProvider;
import java.util.Locale;
import java.util.Set;

/** A provider of nothing, with an option of each type and a session that remembers what it was asked. */
public class FakeProvider implements VoiceClonerProvider {
    private final String id;
    private final Capabilities capabilities;
    private final ProviderSession session;

    public FakeProvider(String id, Capabilities capabilities, ProviderSession session) {
        this.id = id;
        this.capabilities = capabilities;
        this.session = session;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Set<Option> options() {
        String prefix = id.toUpperCase(Locale.ROOT).replace('-', '_');
        return StandardOptions.with(
                prefix,
                "https://" + id + ".example/v1",
                Option.of("region", Option.Type.TEXT, "Where.").fromEnvironment(prefix + "_REGION"),
                Option.of("token", Option.Type.SECRET, "Another secret."),
                Option.of("loud", Option.Type.BOOLEAN, "How."),
                Option.of("count", Option.Type.INTEGER, "How many."),
                Option.of("pause", Option.Type.DURATION, "How long."),
                Option.of("room", Option.Type.SIZE, "How much."),
                Option.of("page", Option.Type.URL, "Which page."));
    }

    @Override
    public Capabilities capabilities(ProviderSettings settings) {
        return capabilities;
    }

    @Override
    public final ProviderSession open(ProviderSettings settings, ProviderContext context) {
        return session;
    }
}
