package io.voicecloner.cli;

import io.voicecloner.ConfigurationException;
import io.voicecloner.Violation;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.VoiceNotFoundException;
import io.voicecloner.VoiceRef;
import io.voicecloner.emulator.Emulator;
import io.voicecloner.spi.Failures;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The cloner that the arguments ask for, and the emulator behind it if they ask for one. */
record OpenedCloner(VoiceCloner cloner, @Nullable Emulator emulator) implements AutoCloseable {
    private static final String PROVIDER = "voicecloner.provider";
    private static final String FALLBACKS = "voicecloner.fallbacks";

    private static final String NO_VOICES_YET =
            "The emulator began with this command and has no voices yet. To use one, start "
                    + "\"voicecloner emulator\" by itself, set its base URL and key in a file for --config, and clone there first.";

    /**
     * Opens it.
     *
     * @param voice the voice to be used: where neither an argument nor the configuration names a provider, the voice says where it lives
     */
    static OpenedCloner open(CommonOptions options, @Nullable VoiceRef voice, Screen screen) {
        return options.emulator
                ? emulated(options, voice, screen)
                : new OpenedCloner(configured(options, voice, screen), null);
    }

    private static VoiceCloner configured(CommonOptions options, @Nullable VoiceRef voice, Screen screen) {
        try {
            return configured(options, options.provider, screen);
        } catch (ConfigurationException e) {
            if (voice == null || !isOfNoProvider(e)) {
                throw e;
            }
            return configured(options, voice.account().orElse(voice.provider()), screen);
        }
    }

    private static VoiceCloner configured(CommonOptions options, @Nullable String provider, Screen screen) {
        VoiceCloners.Builder builder = fromFile(options.config);
        if (provider != null) {
            builder.override(PROVIDER, provider);
        }
        if (provider != null || !options.fallbacks.isEmpty()) {
            builder.override(FALLBACKS, String.join(",", options.fallbacks));
        }
        return built(builder, options, screen);
    }

    /** Whether it was said nowhere whom to ask. */
    private static boolean isOfNoProvider(ConfigurationException failure) {
        return failure.violations().stream()
                .anyMatch(violation ->
                        violation.field().equals("provider") && violation.rule().equals("missing"));
    }

    private static VoiceCloner built(VoiceCloners.Builder builder, CommonOptions options, Screen screen) {
        return (options.verbose ? builder.listener(event -> screen.tell(event.text())) : builder).build();
    }

    /** Without a provider named, the emulator means that of the voice, else minimax. A configuration file still says everything but whom to talk to. */
    private static OpenedCloner emulated(CommonOptions options, @Nullable VoiceRef voice, Screen screen) {
        String usual = voice == null ? "minimax" : voice.provider();
        String provider = options.provider == null ? usual : options.provider;
        Emulator emulator = Emulator.start();
        try {
            Map<String, String> properties = new LinkedHashMap<>(propertiesOf(emulator, provider));
            for (String fallback : options.fallbacks) {
                propertiesOf(emulator, fallback).forEach(properties::putIfAbsent);
            }
            properties.put(FALLBACKS, String.join(",", options.fallbacks));
            VoiceCloners.Builder builder = options.config == null
                    ? VoiceCloners.builder().properties(properties)
                    : overridden(fromFile(options.config), properties);
            return new OpenedCloner(built(builder, options, screen), emulator);
        } catch (RuntimeException e) {
            emulator.close();
            throw e;
        }
    }

    /** Does something with a voice, and says why an emulator that began with this command has none. */
    <T> T using(Supplier<T> work) {
        try {
            return work.get();
        } catch (VoiceNotFoundException e) {
            throw emulator == null
                    ? e
                    : Failures.retold(e, e.report().toBuilder().hint(NO_VOICES_YET));
        }
    }

    private static Map<String, String> propertiesOf(Emulator emulator, String provider) {
        if (!emulator.baseUrls().containsKey(provider)) {
            throw new UsageMistake(List.of(new Violation(
                    "provider",
                    "not-emulated",
                    "The emulator knows no provider \"" + provider + "\"; it speaks as "
                            + String.join(", ", emulator.baseUrls().keySet()) + ".")));
        }
        return emulator.properties(provider);
    }

    private static VoiceCloners.Builder fromFile(@Nullable Path file) {
        return file == null ? VoiceCloners.builder() : VoiceCloners.builder().config(file);
    }

    private static VoiceCloners.Builder overridden(VoiceCloners.Builder builder, Map<String, String> properties) {
        properties.forEach(builder::override);
        return builder;
    }

    /** What it leaves behind in the temporary directory is no reason to call a voice that was made a failure. */
    private static void closeQuietly(Emulator emulator) {
        try {
            emulator.close();
        } catch (UncheckedIOException e) {
            // Said nowhere: nobody would act on it.
        }
    }

    @Override
    public void close() {
        cloner.close();
        if (emulator != null) {
            closeQuietly(emulator);
        }
    }
}
