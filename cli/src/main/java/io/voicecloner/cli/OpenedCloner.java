package io.voicecloner.cli;

import io.voicecloner.Violation;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.emulator.Emulator;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cloner that the arguments ask for, and the emulator behind it if they ask for one. */
record OpenedCloner(VoiceCloner cloner, @Nullable Emulator emulator) implements AutoCloseable {
    private static final String PROVIDER = "voicecloner.provider";
    private static final String FALLBACKS = "voicecloner.fallbacks";

    static OpenedCloner open(CloneOptions options, Screen screen) {
        return options.emulator ? emulated(options, screen) : new OpenedCloner(configured(options, screen), null);
    }

    private static VoiceCloner configured(CloneOptions options, Screen screen) {
        VoiceCloners.Builder builder = fromFile(options.config);
        if (options.provider != null) {
            builder.override(PROVIDER, options.provider);
        }
        if (options.provider != null || !options.fallbacks.isEmpty()) {
            builder.override(FALLBACKS, String.join(",", options.fallbacks));
        }
        return built(builder, options, screen);
    }

    private static VoiceCloner built(VoiceCloners.Builder builder, CloneOptions options, Screen screen) {
        return (options.verbose ? builder.listener(event -> screen.tell(event.text())) : builder).build();
    }

    /** Without a provider named, the emulator means minimax. A configuration file still says everything but whom to talk to. */
    private static OpenedCloner emulated(CloneOptions options, Screen screen) {
        String provider = options.provider == null ? "minimax" : options.provider;
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
