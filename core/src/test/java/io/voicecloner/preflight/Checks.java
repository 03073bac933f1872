package io.voicecloner.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AudioSource;
import io.voicecloner.Capabilities;
import io.voicecloner.CloneRequest;
import io.voicecloner.Delivery;
import io.voicecloner.InstalledProvider;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.ProviderSettings;
import io.voicecloner.fake.Abilities;
import io.voicecloner.fake.Recordings;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The checks of a provider, and what they find. */
final class Checks {
    /** A request with nothing wrong. */
    static final CloneRequest GOOD = CloneRequest.of(AudioSource.bytes(Recordings.wav(100)));

    private final Capabilities capabilities;
    private final ProviderSettings settings;
    private final boolean hostAvailable;
    private final List<InstalledProvider> others;

    private Checks(
            Capabilities capabilities,
            ProviderSettings settings,
            boolean hostAvailable,
            List<InstalledProvider> others) {
        this.capabilities = capabilities;
        this.settings = settings;
        this.hostAvailable = hostAvailable;
        this.others = others;
    }

    static Checks of(Capabilities capabilities) {
        return new Checks(capabilities, ProviderSettings.of("long-enough"), false, List.of());
    }

    static Checks forFiles() {
        return of(Abilities.files());
    }

    static Checks forUrls() {
        return of(Abilities.urls());
    }

    Checks with(ProviderSettings changed) {
        return new Checks(capabilities, changed, hostAvailable, others);
    }

    Checks withAudioHost() {
        return new Checks(capabilities, settings, true, others);
    }

    /** Where these are installed too. */
    Checks beside(InstalledProvider... installed) {
        return new Checks(capabilities, settings, hostAvailable, List.of(installed));
    }

    Preflight.Passed check(CloneRequest request) {
        return new Preflight("fake", capabilities, settings, hostAvailable, Optional.empty(), others, Clock.systemUTC())
                .check(request);
    }

    List<String> warnings(CloneRequest request) {
        return check(request).warnings();
    }

    /** Why the request is refused, which says that nothing was sent. */
    InvalidRequestException failure(CloneRequest request) {
        InvalidRequestException failure = catchThrowableOfType(InvalidRequestException.class, () -> check(request));
        assertThat(failure).as("the request must be refused").isNotNull().hasMessageEndingWith("Nothing was sent.");
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(failure.voiceMayExist()).isFalse();
        return failure;
    }

    /** What is wrong, as {@code field: rule}. */
    List<String> rules(CloneRequest request) {
        return failure(request).violations().stream()
                .map(violation -> violation.field() + ": " + violation.rule())
                .toList();
    }
}
