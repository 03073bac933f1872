package io.voicecloner.config;

import io.voicecloner.ProviderSettings;
import io.voicecloner.Violation;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.StandardOptions;
import io.voicecloner.spi.VoiceClonerProvider;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Turns one provider's block into its settings. */
final class SettingsReader {
    private static final Set<String> READ_HERE =
            Set.of(StandardOptions.API_KEY, StandardOptions.API_KEY_FILE, StandardOptions.BASE_URL);

    private final String path;
    private final Block block;
    private final VoiceClonerProvider provider;
    private final Consumer<Violation> violations;

    SettingsReader(String path, Block block, VoiceClonerProvider provider, Consumer<Violation> violations) {
        this.path = path;
        this.block = block;
        this.provider = provider;
        this.violations = violations;
    }

    ProviderSettings read(Optional<String> accountName, boolean loopbackAllowed) {
        ProviderSettings settings = ProviderSettings.of(apiKey()).withLoopbackAllowed(loopbackAllowed);
        settings = with(settings, block.url(StandardOptions.BASE_URL), ProviderSettings::withBaseUrl);
        settings = with(settings, block.text(CommonOptions.ACCOUNT).or(() -> accountName), this::withAccount);
        settings = with(settings, block.duration(CommonOptions.CONNECT_TIMEOUT), ProviderSettings::withConnectTimeout);
        settings = with(settings, block.duration(CommonOptions.READ_TIMEOUT), ProviderSettings::withReadTimeout);
        settings = with(settings, block.duration(CommonOptions.WRITE_TIMEOUT), ProviderSettings::withWriteTimeout);
        settings = with(settings, block.duration(CommonOptions.CALL_TIMEOUT), ProviderSettings::withCallTimeout);
        settings = with(settings, block.duration(CommonOptions.DEADLINE), ProviderSettings::withDeadline);
        settings = with(settings, block.bytes(CommonOptions.MAX_AUDIO_SIZE), ProviderSettings::withMaxAudioBytes);
        settings = with(settings, block.text(CommonOptions.VOICE_ID_PREFIX), ProviderSettings::withVoiceIdPrefix);
        for (Option option : provider.options()) {
            if (!READ_HERE.contains(option.name())) {
                block.check(option);
                Optional<String> value = block.text(option.name());
                if (value.isPresent()) {
                    settings = settings.withOption(option.name(), value.get());
                }
            }
        }
        return settings;
    }

    private ProviderSettings withAccount(ProviderSettings settings, String name) {
        try {
            return settings.withAccount(name);
        } catch (IllegalArgumentException e) {
            block.wrong(
                    CommonOptions.ACCOUNT,
                    "is up to 64 lower-case letters, digits and hyphens, beginning with a letter; an account without "
                            + "this setting goes by the name of its block");
            return settings;
        }
    }

    private Supplier<String> apiKey() {
        Optional<String> key = block.text(StandardOptions.API_KEY);
        Optional<String> file = block.text(StandardOptions.API_KEY_FILE);
        if (key.isPresent() && file.isPresent()) {
            block.wrong(StandardOptions.API_KEY_FILE, "is given together with api-key: give one of them");
        }
        if (key.isPresent()) {
            String value = key.get();
            if (value.isBlank()) {
                block.wrong(StandardOptions.API_KEY, "is empty");
            }
            return () -> value;
        }
        if (file.isPresent()) {
            KeyFile keyFile = new KeyFile(file.get());
            keyFile.whatIsWrong().ifPresent(wrong -> block.wrong(StandardOptions.API_KEY_FILE, wrong));
            return keyFile;
        }
        violations.accept(new Violation(
                "config." + path + '.' + StandardOptions.API_KEY,
                "missing",
                "There is no API key for " + path + ": set voicecloner." + path + ".api-key" + variableHint() + '.'));
        return () -> "";
    }

    private String variableHint() {
        return provider.options().stream()
                .filter(option -> option.name().equals(StandardOptions.API_KEY))
                .filter(option -> path.equals(provider.id()))
                .flatMap(option -> option.variable().stream())
                .map(variable -> ", or " + variable + " in the environment")
                .findFirst()
                .orElse("");
    }

    private static <T> ProviderSettings with(
            ProviderSettings settings,
            Optional<T> value,
            java.util.function.BiFunction<ProviderSettings, T, ProviderSettings> change) {
        return value.map(given -> change.apply(settings, given)).orElse(settings);
    }
}
