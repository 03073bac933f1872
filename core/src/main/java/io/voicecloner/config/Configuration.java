package io.voicecloner.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValueType;
import io.voicecloner.Category;
import io.voicecloner.FailoverOn;
import io.voicecloner.FailureReport;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.spi.AudioHostFactory;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.VoiceClonerProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a whole configuration and lists everything wrong with it at once. */
public final class Configuration {
    static final Set<String> TOP_KEYS =
            Set.of("provider", "fallbacks", "failover-on", "allow-loopback", "audio-host", "accounts");

    private final Config config;
    private final InstalledExtensions installed;
    private final List<Violation> violations = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private Configuration(Config config, InstalledExtensions installed) {
        this.config = config;
        this.installed = installed;
    }

    /** From overrides, system properties, the environment and a file: the given one, or the first that is found. */
    public static Configured load(@Nullable Path file, Map<String, String> overrides) {
        return load(file, overrides, Surroundings.ofProcess());
    }

    static Configured load(@Nullable Path file, Map<String, String> overrides, Surroundings surroundings) {
        InstalledExtensions installed = InstalledExtensions.find();
        return new Configuration(Layers.all(file, overrides, surroundings, installed), installed).read();
    }

    /** From overrides and properties, and nothing else. */
    public static Configured ofProperties(Map<String, String> properties, Map<String, String> overrides) {
        return new Configuration(Layers.ofProperties(properties, overrides), InstalledExtensions.find()).read();
    }

    private Configured read() {
        checkTopKeys();
        checkAccounts();
        List<String> fallbacks = fallbacks();
        Set<FailoverOn> failoverOn = failoverOn();
        boolean loopbackAllowed = loopbackAllowed();
        Optional<AudioHostChoice> audioHost = audioHost();
        Optional<Selected> selected = selected();
        List<Selected> chosen = new ArrayList<>();
        selected.ifPresent(chosen::add);
        fallbacks.forEach(name -> named(name).ifPresent(chosen::add));
        List<ProviderSettings> settings =
                chosen.stream().map(each -> settingsOf(each, loopbackAllowed)).toList();
        if (selected.isEmpty() || !violations.isEmpty()) {
            throw invalid();
        }
        List<Configured> others = new ArrayList<>();
        for (int i = chosen.size() - 1; i > 0; i--) {
            others.add(0, configured(chosen.get(i), settings.get(i), audioHost, List.of(), Set.of()));
        }
        return configured(chosen.get(0), settings.get(0), audioHost, others, failoverOn);
    }

    private Configured configured(
            Selected choice,
            ProviderSettings settings,
            Optional<AudioHostChoice> audioHost,
            List<Configured> fallbacks,
            Set<FailoverOn> failoverOn) {
        return new Configured(choice.name, choice.provider, settings, audioHost, warnings, fallbacks, failoverOn);
    }

    private void checkTopKeys() {
        Set<String> known = new TreeSet<>(TOP_KEYS);
        known.addAll(installed.providers().keySet());
        for (String key : config.root().keySet()) {
            if (known.contains(key)) {
                continue;
            }
            boolean block = config.root().get(key).valueType() == ConfigValueType.OBJECT;
            String nearest = NearestName.hint(key, known);
            if (block && nearest.isEmpty()) {
                warnings.add("The configuration has a block \"" + key + "\", but no such provider is installed: "
                        + String.join(", ", installed.providers().keySet()) + '.');
            } else {
                violations.add(Block.unknown(key, key, known));
            }
        }
        installed.providers().forEach((id, provider) -> {
            if (config.hasPath(id)) {
                block(id, optionsOf(provider));
            }
        });
    }

    /** Who is asked next: a list, or names between commas. */
    private List<String> fallbacks() {
        List<String> names = Names.list(config, "fallbacks");
        Set<String> known = new TreeSet<>(installed.providers().keySet());
        known.addAll(accounts());
        Set<String> seen = new TreeSet<>(Names.list(config, "provider"));
        for (String name : names) {
            if (!known.contains(name)) {
                violations.add(new Violation(
                        "config.fallbacks",
                        "unknown",
                        "fallbacks names \"" + name + "\", which is no installed provider and no account."
                                + NearestName.hint(name, known)));
            } else if (!seen.add(name)) {
                violations.add(new Violation("config.fallbacks", "twice", "fallbacks names \"" + name + "\" twice."));
            }
        }
        return names.stream().filter(known::contains).distinct().toList();
    }

    private Set<FailoverOn> failoverOn() {
        Set<FailoverOn> causes = EnumSet.noneOf(FailoverOn.class);
        for (String name : Names.list(config, "failover-on")) {
            FailoverOn.parse(name).ifPresentOrElse(causes::add, () -> violations.add(unknownCause(name)));
        }
        return causes;
    }

    private static Violation unknownCause(String name) {
        Set<String> known = new TreeSet<>();
        for (FailoverOn each : FailoverOn.values()) {
            known.add(each.id());
        }
        return new Violation(
                "config.failover-on",
                "unknown",
                "failover-on names \"" + name + "\", which is none of " + String.join(", ", known) + '.'
                        + NearestName.hint(name, known));
    }

    private boolean loopbackAllowed() {
        Option allow = Option.of("allow-loopback", Option.Type.BOOLEAN, "Whether loopback http is allowed.");
        return top(allow).flag(allow.name()).orElse(false);
    }

    private Block top(Option option) {
        // As it is: in a map, the keys of a block in its place would be read as paths again.
        Config one = config.hasPath(option.name())
                ? config.getValue(option.name()).atKey(option.name()).root().atKey("top")
                : ConfigFactory.empty();
        return Block.of(
                one,
                "top",
                List.of(option),
                violation -> violations.add(new Violation(
                        violation.field().replace("config.top.", "config."),
                        violation.rule(),
                        violation.message().replace("top.", ""))));
    }

    private Optional<AudioHostChoice> audioHost() {
        if (!config.hasPath("audio-host")) {
            return Optional.empty();
        }
        Option typeOption = Option.of("type", Option.Type.TEXT, "The name of the audio host, or none.");
        List<Option> any = new ArrayList<>(List.of(typeOption));
        installed.audioHosts().values().forEach(factory -> any.addAll(factory.options()));
        Block block = block("audio-host", any.stream().distinct().toList());
        String type = block.text("type").orElse("none");
        if (type.equals("none")) {
            return Optional.empty();
        }
        AudioHostFactory factory = installed.audioHosts().get(type);
        if (factory == null) {
            violations.add(installed.audioHostViolation(type));
            return Optional.empty();
        }
        Map<String, String> settings = new LinkedHashMap<>();
        for (Option option : factory.options()) {
            block.check(option);
            block.text(option.name()).ifPresent(value -> settings.put(option.name(), value));
        }
        return Optional.of(new AudioHostChoice(factory, settings));
    }

    private Optional<Selected> selected() {
        Option option = Option.of("provider", Option.Type.TEXT, "The provider's or the account's name.");
        Optional<String> name = top(option).text("provider");
        if (name.isEmpty() || name.get().isBlank()) {
            if (violations.stream().noneMatch(violation -> violation.field().equals("config.provider"))) {
                violations.add(new Violation(
                        "provider",
                        "missing",
                        "No provider is named: set voicecloner.provider, or VOICECLONER_PROVIDER in the environment, "
                                + "to one of "
                                + String.join(", ", installed.providers().keySet()) + '.'));
            }
            return Optional.empty();
        }
        return named(name.get());
    }

    /** The provider or the account of this name. */
    private Optional<Selected> named(String name) {
        Set<String> accounts = accounts();
        if (accounts.contains(name)) {
            return account(name, true);
        }
        VoiceClonerProvider provider = installed.providers().get(name);
        if (provider == null) {
            violations.add(installed.violationOf(name, accounts));
            return Optional.empty();
        }
        return Optional.of(new Selected(name, name, block(name, optionsOf(provider)), provider, Optional.empty()));
    }

    private Set<String> accounts() {
        return config.hasPath("accounts") && config.getValue("accounts").valueType() == ConfigValueType.OBJECT
                ? config.getObject("accounts").keySet()
                : Set.of();
    }

    /** Those not selected too: a misspelt key shall not wait for the day on which its account is used. */
    private void checkAccounts() {
        if (config.hasPath("accounts") && config.getValue("accounts").valueType() != ConfigValueType.OBJECT) {
            violations.add(new Violation("config.accounts", "not-a-block", "accounts takes blocks, one for each."));
        }
        accounts().forEach(name -> account(name, false));
    }

    private Optional<Selected> account(String name, boolean chosen) {
        String path = "accounts." + ConfigUtil.quoteString(name);
        String home = path + ".provider";
        boolean named = config.hasPath(home) && config.getValue(home).valueType() == ConfigValueType.STRING;
        Optional<VoiceClonerProvider> provider =
                Optional.ofNullable(named ? installed.providers().get(config.getString(home)) : null);
        if (provider.isEmpty() && named && !chosen) {
            warnings.add("The account \"" + name + "\" is of a provider that is not installed.");
            return Optional.empty();
        }
        if (provider.isEmpty()) {
            violations.add(new Violation(
                    "config.accounts." + name + ".provider",
                    "unknown",
                    "The account \"" + name + "\" must name its provider, one of "
                            + String.join(", ", installed.providers().keySet()) + '.'));
            return Optional.empty();
        }
        List<Option> options = new ArrayList<>(optionsOf(provider.get()));
        options.add(Option.of("provider", Option.Type.TEXT, "The account's provider."));
        return Optional.of(
                new Selected(name, "accounts." + name, block(path, options), provider.get(), Optional.of(name)));
    }

    private ProviderSettings settingsOf(Selected choice, boolean loopbackAllowed) {
        return new SettingsReader(choice.path, choice.block, choice.provider, warnings::add)
                .read(choice.account, loopbackAllowed);
    }

    private Block block(String path, List<Option> options) {
        return Block.of(config, path, options, violations::add);
    }

    private static List<Option> optionsOf(VoiceClonerProvider provider) {
        List<Option> options = new ArrayList<>(provider.options());
        options.addAll(CommonOptions.ALL);
        return options;
    }

    private RuntimeException invalid() {
        Violation first = violations.get(0);
        Reason reason = switch (first.rule()) {
            case "missing" -> Reason.MISSING_SETTING;
            case "unknown" -> first.field().equals("provider") ? Reason.UNKNOWN_PROVIDER : Reason.UNKNOWN_SETTING;
            default -> Reason.INVALID_SETTING;
        };
        return Failures.exception(
                FailureReport.of(Category.CONFIGURATION, reason, Step.CONFIGURE, "the configuration cannot be used")
                        .violations(violations.stream()
                                .map(KnownSecrets.in(config.root(), installed)::takenOutOf)
                                .distinct()
                                .toList()));
    }

    /** The provider or account that was named, and the block that configures it. */
    private record Selected(
            String name, String path, Block block, VoiceClonerProvider provider, Optional<String> account) {}
}
