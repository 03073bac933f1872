package io.voicecloner.preflight;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AudioSource;
import io.voicecloner.Capabilities;
import io.voicecloner.CloneRequest;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.ProviderSettings;
import io.voicecloner.fake.Abilities;
import io.voicecloner.fake.Recordings;
import java.time.Clock;
import java.util.List;

/** The checks of a provider, and what they find. */
final class Checks {
    /** A request with nothing wrong. */
    static final CloneRequest GOOD = CloneRequest.of(AudioSource.bytes(Recordings.wav(100)));

    private final Capabilities capabilities;
    private final ProviderSettings settings;
    private final boolean hostAvailable;

    private Checks(Capabilities capabilities, ProviderSettings settings, boolean hostAvailable) {
        this.capabilities = capabilities;
        this.settings = settings;
        this.hostAvailable = hostAvailable;
    }

    static Checks of(Capabilities capabilities) {
        return new Checks(capabilities, ProviderSettings.of("long-enough"), false);
    }

    static Checks forFiles() {
        return of(Abilities.files());
    }

    static Checks forUrls() {
        return of(Abilities.urls());
    }

    Checks with(ProviderSettings changed) {
        return new Checks(capabilities, changed, hostAvailable);
    }

    Checks withAudioHost() {
        return new Checks(capabilities, settings, true);
    }

    Preflight.Passed check(CloneRequest request) {
        return new Preflight("fake", capabilities, settings, hostAvailable, List.of(), Clock.systemUTC())
                .check(request);
    }

    List<String> warnings(CloneRequest request) {
        return check(request).warnings();
    }

    InvalidRequestException failure(CloneRequest request) {
        return catchThrowableOfType(InvalidRequestException.class, () -> check(request));
    }

    /** What is wrong, as {@code field: rule}. */
    List<String> rules(CloneRequest request) {
        return failure(request).violations().stream()
                .map(violation -> violation.field() + ": " + violation.rule())
                .toList();
    }
}
