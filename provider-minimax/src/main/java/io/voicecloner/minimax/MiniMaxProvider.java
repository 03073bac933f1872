package io.voicecloner.minimax;

import io.voicecloner.Capabilities;
import io.voicecloner.ProviderSettings;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.ProviderSession;
import io.voicecloner.spi.StandardOptions;
import io.voicecloner.spi.VoiceClonerProvider;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** MiniMax itself, in its two regions. A key works only in the region it was made in. */
public final class MiniMaxProvider implements VoiceClonerProvider {
    /** Which of the two sites the account belongs to: {@code global} or {@code china}. */
    public static final String REGION = "region";

    private static final String ID = "minimax";

    /** {@code spec/001}. */
    private static final URI GLOBAL = URI.create("https://api.minimax.io/v1");

    /** Wire-facts 1.1. */
    private static final URI CHINA = URI.create("https://api.minimaxi.com/v1");

    private static final UploadCloneProfile PROFILE =
            UploadCloneProfile.of(ID, GLOBAL).withCodes(MiniMaxCodes.OVERLAY);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<Option> options() {
        return StandardOptions.with(
                "MINIMAX",
                "by region",
                Option.of(REGION, Option.Type.TEXT, "The site the account belongs to: global or china.")
                        .fromEnvironment("MINIMAX_REGION")
                        .byDefault("global")
                        .shaped("global|china", "is neither global nor china"),
                Option.of(UploadCloneProfile.GROUP_ID, Option.Type.TEXT, "The group of an older account.")
                        .fromEnvironment("MINIMAX_GROUP_ID"));
    }

    @Override
    public Capabilities capabilities(ProviderSettings settings) {
        return MiniMaxCapabilities.ALL;
    }

    @Override
    public ProviderSession open(ProviderSettings settings, ProviderContext context) {
        Optional<URI> ofRegion = settings.option(REGION).map(region -> {
            if (settings.baseUrl().isPresent()) {
                throw UploadCloneProfile.unusable(ID, REGION, "is given together with base-url: give one of them");
            }
            return siteOf(region);
        });
        return PROFILE.open(ofRegion.map(settings::withBaseUrl).orElse(settings), context);
    }

    private static URI siteOf(String region) {
        return switch (region) {
            case "global" -> GLOBAL;
            case "china" -> CHINA;
            default -> throw UploadCloneProfile.unusable(ID, REGION, "is neither global nor china");
        };
    }
}
