package io.voicecloner.pipeline;

import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.config.AudioHostChoice;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.Failures;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The audio host in use, and whether it is ours to close. */
public final class OpenAudioHost implements AutoCloseable {
    private final @Nullable AudioHost host;
    private final boolean ours;

    private OpenAudioHost(@Nullable AudioHost host, boolean ours) {
        this.host = host;
        this.ours = ours;
    }

    /**
     * Opens the host that is configured, unless one is given.
     *
     * @param given stays the caller's to close
     */
    public static OpenAudioHost of(@Nullable AudioHost given, Optional<AudioHostChoice> choice) {
        if (given != null || choice.isEmpty()) {
            return new OpenAudioHost(given, false);
        }
        try {
            return new OpenAudioHost(choice.get().open(), true);
        } catch (IOException e) {
            throw Failures.exception(
                    FailureReport.of(
                            Category.CONFIGURATION,
                            Reason.INVALID_SETTING,
                            Step.CONFIGURE,
                            "the audio host could not start: " + e.getMessage()),
                    e);
        }
    }

    boolean isPresent() {
        return host != null;
    }

    Optional<URI> baseUrl() {
        return host == null ? Optional.empty() : host.publicBaseUrl();
    }

    /** The host; null if there is none. */
    public @Nullable AudioHost orNull() {
        return host;
    }

    @Override
    public void close() {
        if (ours && host != null) {
            host.close();
        }
    }
}
