package io.voicecloner.config;

import io.voicecloner.DurationCheck;
import io.voicecloner.OnAmbiguity;
import io.voicecloner.PreviewHost;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Rate;
import io.voicecloner.http.ApiKeyRule;
import io.voicecloner.http.BaseUrl;
import io.voicecloner.http.PublicHosts;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.StandardOptions;
import io.voicecloner.spi.VoiceClonerProvider;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Turns one provider's block into its settings. */
final class SettingsReader {
    private final String path;
    private final Block block;
    private final VoiceClonerProvider provider;
    private final Consumer<String> warnings;

    SettingsReader(String path, Block block, VoiceClonerProvider provider, Consumer<String> warnings) {
        this.path = path;
        this.block = block;
        this.provider = provider;
        this.warnings = warnings;
    }

    ProviderSettings read(Optional<String> accountName, boolean loopbackAllowed) {
        ProviderSettings settings = ProviderSettings.of(apiKey()).withLoopbackAllowed(loopbackAllowed);
        settings = with(settings, baseUrl(), ProviderSettings::withBaseUrl);
        settings = with(settings, block.text(CommonOptions.ACCOUNT).or(() -> accountName), this::withAccount);
        settings = with(settings, block.duration(CommonOptions.CONNECT_TIMEOUT), ProviderSettings::withConnectTimeout);
        settings = with(settings, block.duration(CommonOptions.READ_TIMEOUT), ProviderSettings::withReadTimeout);
        settings = with(settings, block.duration(CommonOptions.WRITE_TIMEOUT), ProviderSettings::withWriteTimeout);
        settings = with(settings, block.duration(CommonOptions.CALL_TIMEOUT), ProviderSettings::withCallTimeout);
        settings = with(settings, block.duration(CommonOptions.DEADLINE), ProviderSettings::withDeadline);
        settings = with(settings, block.bytes(CommonOptions.MAX_AUDIO_SIZE), ProviderSettings::withMaxAudioBytes);
        settings = with(settings, block.text(CommonOptions.VOICE_ID_PREFIX), ProviderSettings::withVoiceIdPrefix);
        settings = with(settings, durationCheck(), ProviderSettings::withDurationCheck);
        settings = with(settings, httpProxy(), (before, proxy) -> before.withHttpProxy(proxy.host(), proxy.port()));
        settings = with(settings, previewHosts(), ProviderSettings::withPreviewHosts);
        requireRoom(settings);
        settings =
                with(settings, checked(CommonOptions.ATTEMPTS).map(Integer::valueOf), ProviderSettings::withAttempts);
        settings = with(settings, rate(), ProviderSettings::withRate);
        settings = with(
                settings,
                checked(CommonOptions.ON_AMBIGUITY).map(rule -> OnAmbiguity.valueOf(rule.toUpperCase(Locale.ROOT))),
                ProviderSettings::withOnAmbiguity);
        settings = with(
                settings, block.flag(CommonOptions.RETRY_AMBIGUOUS_SPEECH), ProviderSettings::withRetryAmbiguousSpeech);
        return new OwnOptions(provider, block).addTo(settings);
    }

    private Optional<URI> baseUrl() {
        Optional<URI> url = block.url(StandardOptions.BASE_URL);
        url.flatMap(BaseUrl::problemOf).ifPresent(wrong -> block.wrong(StandardOptions.BASE_URL, wrong));
        url.flatMap(BaseUrl::hostOf)
                .filter(host -> host.contains("xn--"))
                .ifPresent(host -> warnings.accept(
                        "The host in " + path + ".base-url is not plain ASCII; it is asked for as " + host + '.'));
        return url;
    }

    private void requireRoom(ProviderSettings settings) {
        if (settings.callTimeout().compareTo(settings.connectTimeout()) < 0) {
            block.wrong(CommonOptions.CALL_TIMEOUT, "must not be shorter than connect-timeout");
        }
    }

    private Optional<DurationCheck> durationCheck() {
        Optional<String> text = block.text(CommonOptions.DURATION_CHECK);
        Optional<DurationCheck> mode = text.flatMap(given -> Arrays.stream(DurationCheck.values())
                .filter(known -> known.id().equals(given))
                .findFirst());
        return text.isPresent() && mode.isEmpty()
                ? block.wrong(CommonOptions.DURATION_CHECK, "must be tolerant, strict or off")
                : mode;
    }

    /** A setting that has the shape its option asks for. */
    private Optional<String> checked(String name) {
        Option option = CommonOptions.ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return block.checked(option);
    }

    private Optional<Rate> rate() {
        Optional<String> text = block.text(CommonOptions.RATE);
        Optional<Rate> rate = text.flatMap(Rate::parse);
        return text.isPresent() && rate.isEmpty()
                ? block.wrong(CommonOptions.RATE, "must be 1/s to 1000/s, 1/m to 60000/m, or unlimited")
                : rate;
    }

    private Optional<HostAndPort> httpProxy() {
        Optional<String> text = block.text(CommonOptions.HTTP_PROXY);
        Optional<HostAndPort> proxy = text.flatMap(HostAndPort::parse);
        return text.isPresent() && proxy.isEmpty()
                ? block.wrong(CommonOptions.HTTP_PROXY, "must be a host and a port: proxy.example:3128")
                : proxy;
    }

    private Optional<String[]> previewHosts() {
        List<String> entries = block.list(CommonOptions.PREVIEW_HOSTS);
        return entries.stream().allMatch(SettingsReader::isPreviewHost)
                ? Optional.of(entries.toArray(String[]::new))
                : block.wrong(
                        CommonOptions.PREVIEW_HOSTS,
                        "must name public hosts, in a list or between commas: cdn.example, *.cdn.example, cdn.example:8443; "
                                + "names with \u00DF or other signs that are read in two ways in their xn-- form");
    }

    /** One that is not public would be accepted for nothing. */
    private static boolean isPreviewHost(String entry) {
        return PreviewHost.parse(entry)
                .filter(host -> !PublicHosts.isPlainlyNotPublic(host))
                .isPresent();
    }

    private ProviderSettings withAccount(ProviderSettings settings, String name) {
        try {
            return settings.withAccount(name);
        } catch (IllegalArgumentException e) {
            block.wrong(
                    CommonOptions.ACCOUNT,
                    "must be up to 64 lower-case letters, digits and hyphens, beginning with a letter; an account without "
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
            ApiKeyRule.problemOf(value).ifPresent(wrong -> block.wrong(StandardOptions.API_KEY, wrong));
            return () -> value;
        }
        if (file.isPresent()) {
            KeyFile keyFile = new KeyFile(file.get());
            keyFile.whatIsWrong()
                    .or(() -> ApiKeyRule.problemOf(keyFile.get()).map(wrong -> "holds a key that " + wrong))
                    .ifPresent(wrong -> block.wrong(StandardOptions.API_KEY_FILE, wrong));
            return keyFile;
        }
        block.missing(provider.options().stream()
                .filter(option -> option.name().equals(StandardOptions.API_KEY))
                .findFirst()
                .orElseGet(() -> Option.of(StandardOptions.API_KEY, Option.Type.SECRET, "The API key.")));
        return () -> "";
    }

    private static <T> ProviderSettings with(
            ProviderSettings settings,
            Optional<T> value,
            java.util.function.BiFunction<ProviderSettings, T, ProviderSettings> change) {
        return value.map(given -> change.apply(settings, given)).orElse(settings);
    }
}
