package io.voicecloner.config;

import com.typesafe.config.ConfigValueFactory;
import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.StandardOptions;
import io.voicecloner.spi.VoiceClonerProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The settings that a provider declares itself: each of its type, and those there without which it cannot work. */
final class OwnOptions {
    /** Declared by providers, read by core. */
    private static final Set<String> STANDARD =
            Set.of(StandardOptions.API_KEY, StandardOptions.API_KEY_FILE, StandardOptions.BASE_URL);

    /** Nothing works without a key, whatever a provider declares. */
    private static final Set<String> ASKED_FOR_ANYWAY = Set.of(StandardOptions.API_KEY, StandardOptions.API_KEY_FILE);

    private final VoiceClonerProvider provider;
    private final Block block;

    OwnOptions(VoiceClonerProvider provider, Block block) {
        this.provider = provider;
        this.block = block;
    }

    /** Settings given in code, held to the same rules as those of a file. */
    static ProviderSettings ofCode(VoiceClonerProvider provider, ProviderSettings settings) {
        List<Violation> violations = new ArrayList<>();
        Block block = Block.of(
                ConfigValueFactory.fromMap(Map.of(provider.id(), settings.options()))
                        .toConfig(),
                provider.id(),
                provider.options(),
                violations::add);
        ProviderSettings read = new OwnOptions(provider, block).addTo(settings);
        if (!violations.isEmpty()) {
            throw Failures.exception(FailureReport.of(
                            Category.CONFIGURATION,
                            Reason.INVALID_SETTING,
                            Step.CONFIGURE,
                            "the settings cannot be used")
                    .provider(provider.id())
                    .violations(violations));
        }
        return read;
    }

    ProviderSettings addTo(ProviderSettings settings) {
        ProviderSettings read = settings;
        for (Option option : provider.options()) {
            if (!STANDARD.contains(option.name())) {
                Optional<String> value = checked(option);
                if (value.isPresent()) {
                    read = read.withOption(option.name(), value.get());
                }
            }
            if (option.required() && !isGiven(option.name(), read) && !ASKED_FOR_ANYWAY.contains(option.name())) {
                block.missing(option);
            }
            String other = option.excludes();
            if (other != null && isGiven(option.name(), read) && isGiven(other, read)) {
                block.wrong(option.name(), "is given together with " + other + ": give one of them");
            }
        }
        return read;
    }

    /** A provider sees true or false, however it was written. */
    private Optional<String> checked(Option option) {
        if (option.type() == Option.Type.BOOLEAN) {
            return block.flag(option.name()).map(String::valueOf);
        }
        block.check(option);
        return block.text(option.name());
    }

    private static boolean isGiven(String name, ProviderSettings settings) {
        return name.equals(StandardOptions.BASE_URL)
                ? settings.baseUrl().isPresent()
                : settings.option(name).isPresent();
    }
}
