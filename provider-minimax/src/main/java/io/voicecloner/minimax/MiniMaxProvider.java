package io.voicecloner.minimax;

import io.voicecloner.Capabilities;
import io.voicecloner.ProviderSettings;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.ProviderSession;
import io.voicecloner.spi.StandardOptions;
import io.voicecloner.spi.VoiceClonerProvider;
import java.net.URI;
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
            UploadCloneProfile.of(ID, GLOBAL).offering(MiniMaxCapabilities.ALL).withCodes(MiniMaxCodes.BY_REGION);

    /** Whoever gives an address has no region to correct. */
    private static final UploadCloneProfile AT_AN_ADDRESS = PROFILE.withCodes(MiniMaxCodes.BY_ADDRESS);

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
                        .shaped("global|china", "must be global or china")
                        .insteadOf(StandardOptions.BASE_URL),
                Option.of(UploadCloneProfile.GROUP_ID, Option.Type.TEXT, "The group of an older account.")
                        .fromEnvironment("MINIMAX_GROUP_ID"));
    }

    @Override
    public Capabilities capabilities(ProviderSettings settings) {
        return MiniMaxCapabilities.ALL;
    }

    @Override
    public ProviderSession open(ProviderSettings settings, ProviderContext context) {
        return settings.baseUrl().isPresent()
                ? AT_AN_ADDRESS.open(settings, context)
                : PROFILE.open(
                        settings.withBaseUrl(siteOf(settings.option(REGION).orElse("global"))), context);
    }

    private static URI siteOf(String region) {
        return switch (region) {
            case "global" -> GLOBAL;
            case "china" -> CHINA;
            default -> throw UploadCloneProfile.unusable(ID, REGION, "must be global or china");
        };
    }
}
