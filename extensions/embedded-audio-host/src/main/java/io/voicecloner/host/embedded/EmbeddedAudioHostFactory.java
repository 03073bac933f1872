package io.voicecloner.host.embedded;

import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.AudioHostFactory;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.Option;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the {@link EmbeddedAudioHost} that {@code audio-host { type = embedded }} asks for. Without {@code public-base-url} it
 * may listen on loopback only: nobody can guess how else it is reached, and plain {@code http} is for loopback.
 */
public final class EmbeddedAudioHostFactory implements AudioHostFactory {
    private static final Option BIND = Option.of(
                    "bind", Option.Type.TEXT, "Where the server listens: host:port, or host for any free port.")
            .fromEnvironment("VOICECLONER_AUDIO_HOST_BIND")
            .byDefault(BindAddress.DEFAULT);
    private static final Option PUBLIC_BASE_URL = Option.of(
                    "public-base-url",
                    Option.Type.URL,
                    "The https URL of the proxy or tunnel through which the outside world reaches the server.")
            .fromEnvironment("VOICECLONER_AUDIO_HOST_PUBLIC_BASE_URL")
            .byDefault("the loopback address it listens on");

    /** For {@link java.util.ServiceLoader}; applications call {@link EmbeddedAudioHost#start()}. */
    public EmbeddedAudioHostFactory() {}

    @Override
    public String type() {
        return "embedded";
    }

    @Override
    public Set<Option> options() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(BIND, PUBLIC_BASE_URL)));
    }

    @Override
    public AudioHost open(Map<String, String> settings) throws IOException {
        List<Violation> violations = new ArrayList<>();
        InetSocketAddress bind =
                read(BIND, settings.getOrDefault(BIND.name(), BindAddress.DEFAULT), BindAddress::parse, violations);
        String url = settings.get(PUBLIC_BASE_URL.name());
        URI publicBaseUrl = url == null ? null : read(PUBLIC_BASE_URL, url, BaseUrl::parse, violations);
        if (bind != null && url == null && !bind.getAddress().isLoopbackAddress()) {
            violations.add(violation(
                    PUBLIC_BASE_URL,
                    "missing",
                    "needed because " + BindAddress.text(bind)
                            + " is not loopback: the https URL of the proxy or tunnel in front of it"));
        }
        if (bind == null || !violations.isEmpty()) {
            throw Failures.exception(FailureReport.of(
                            Category.CONFIGURATION,
                            Reason.INVALID_SETTING,
                            Step.CONFIGURE,
                            "the embedded audio host cannot be set up like this")
                    .violations(violations));
        }
        return EmbeddedAudioHost.start(bind, publicBaseUrl, EmbeddedAudioHost.PATIENCE);
    }

    private static <T> @Nullable T read(
            Option option, String text, Function<String, T> parser, List<Violation> violations) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            violations.add(violation(option, "unusable", String.valueOf(e.getMessage())));
            return null;
        }
    }

    private static Violation violation(Option option, String rule, String message) {
        return new Violation("config.audio-host." + option.name(), rule, message + '.');
    }
}
