package io.voicecloner.testkit;

import io.voicecloner.Capabilities;
import io.voicecloner.ProviderSettings;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.StandardOptions;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/** Providers that cannot be found as they should, or do something because they are found. */
final class BrokenDiscovery {
    private BrokenDiscovery() {}

    public static final class Twin extends FakeProvider {
        public Twin() {
            super("twins", "R01");
        }
    }

    public static final class OtherTwin extends FakeProvider {
        public OtherTwin() {
            super("twins", "R01");
        }
    }

    public static final class BadId extends FakeProvider {
        public BadId() {
            super("Not_An_Id", "R02");
        }
    }

    /** Only while it is looked at itself: every test makes one of every provider. */
    public static final class ConnectsWhenMade extends FakeProvider {
        public ConnectsWhenMade() {
            super("connects-when-made", "R03", "R06", "R12", "R88", "R105");
            FakeHost.startedFor("connects-when-made").forEach(FakeHost::ping);
        }
    }

    public static final class StartsThreadWhenMade extends FakeProvider {
        public StartsThreadWhenMade() {
            super("starts-thread-when-made", "R03");
            FakeHost.startedFor("starts-thread-when-made").forEach(host -> {
                Thread thread = new Thread(() -> host.awaitEnd(Duration.ofMillis(200)), "too-early");
                thread.setDaemon(true);
                thread.start();
            });
        }
    }

    public static final class BadOptionName extends FakeProvider {
        public BadOptionName() {
            super("bad-option-name", "R04");
        }

        @Override
        public Set<Option> options() {
            return StandardOptions.with("FAKE", "here", Option.of("Bad_Name", Option.Type.TEXT, "What."));
        }
    }

    public static final class SharedVariable extends FakeProvider {
        public SharedVariable() {
            super("shared-variable", "R04");
        }

        @Override
        public Set<Option> options() {
            Option region = Option.of("region", Option.Type.TEXT, "Where.").fromEnvironment("FAKE_API_KEY");
            return StandardOptions.with("FAKE", "here", region);
        }
    }

    public static final class KeyIsNoSecret extends FakeProvider {
        public KeyIsNoSecret() {
            super("key-is-no-secret", "R04");
        }

        @Override
        public Set<Option> options() {
            Set<Option> options = new LinkedHashSet<>(super.options());
            options.removeIf(option -> option.name().equals(StandardOptions.API_KEY));
            options.add(Option.of(StandardOptions.API_KEY, Option.Type.TEXT, "The API key."));
            return options;
        }
    }

    public static final class CannotBeListed extends FakeProvider {
        public CannotBeListed() {
            super("cannot-be-listed", "R05", "R06", "R07");
        }

        @Override
        public Capabilities capabilities(ProviderSettings settings) {
            return settings.baseUrl().map(any -> abilities()).orElseThrow();
        }
    }

    public static final class SetsSystemProperty extends FakeProvider {
        public SetsSystemProperty() {
            super("sets-system-property", "R06");
            FakeHost.startedFor("sets-system-property")
                    .forEach(host -> System.setProperty("fake.provider.loaded", Long.toString(System.nanoTime())));
        }
    }

    public static final class CapabilitiesNeedKey extends FakeProvider {
        public CapabilitiesNeedKey() {
            super("capabilities-need-key", "R07");
        }

        @Override
        public Capabilities capabilities(ProviderSettings settings) {
            return settings.apiKey().get().equals("premium")
                    ? FakeProvider.everything().build()
                    : abilities();
        }
    }

    public static final class CapabilitiesConnect extends FakeProvider {
        public CapabilitiesConnect() {
            super("capabilities-connect", "R06", "R07", "R12", "R88", "R105");
        }

        @Override
        public Capabilities capabilities(ProviderSettings settings) {
            FakeHost.startedFor(id()).forEach(FakeHost::ping);
            return abilities();
        }
    }

    public static final class ConnectsWhenOpened extends FakeProvider {
        public ConnectsWhenOpened() {
            super("connects-when-opened", "R12");
        }

        @Override
        void opened(FakeHost host) {
            host.ping();
        }
    }

    /** It brings an inspector of recordings, {@link TalkativeInspector}, that asks its host what it thinks. */
    public static final class ChecksConnect extends FakeProvider {
        public static final String ID = "checks-connect";

        public ChecksConnect() {
            super(ID, "R23", "R24", "R25", "R26", "R74", "R81");
        }

        @Override
        Capabilities abilities() {
            return Capabilities.builder(limits("wav"))
                    .features(io.voicecloner.Feature.FILE_AUDIO)
                    .build();
        }
    }
}
