package io.voicecloner.minimax;

import io.voicecloner.Capabilities;
import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.ProviderSession;
import io.voicecloner.spi.StandardOptions;
import io.voicecloner.spi.VoiceClonerProvider;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** MiniMax itself, in its two regions. A key works only in the region it was made in. */
public final class MiniMaxProvider implements VoiceClonerProvider {
    /** Which of the two sites the account belongs to: {@code global} or {@code china}. */
    public static final String REGION = "region";

    /** The group an older account belongs to; sent as {@code GroupId} when given. */
    public static final String GROUP_ID = "group-id";

    static final String ID = "minimax";

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
                        .byDefault("global"),
                Option.of(GROUP_ID, Option.Type.TEXT, "The group of an older account.")
                        .fromEnvironment("MINIMAX_GROUP_ID"));
    }

    @Override
    public Capabilities capabilities(ProviderSettings settings) {
        return MiniMaxCapabilities.ALL;
    }

    @Override
    public ProviderSession open(ProviderSettings settings, ProviderContext context) {
        return UploadCloneSession.open(ID, baseUrl(settings), settings, context);
    }

    /** Hosts: {@code spec/001} for global, wire-facts 1.1 for china. */
    private static URI baseUrl(ProviderSettings settings) {
        Optional<String> region = settings.option(REGION);
        if (settings.baseUrl().isPresent()) {
            if (region.isPresent()) {
                throw invalid("is given together with base-url: give one of them");
            }
            return settings.baseUrl().get();
        }
        return switch (region.orElse("global")) {
            case "global" -> URI.create("https://api.minimax.io/v1");
            case "china" -> URI.create("https://api.minimaxi.com/v1");
            default -> throw invalid("is neither global nor china");
        };
    }

    private static RuntimeException invalid(String what) {
        return Failures.exception(FailureReport.of(
                        Category.CONFIGURATION, Reason.INVALID_SETTING, Step.CONFIGURE, "the region cannot be used")
                .provider(ID)
                .violations(List.of(new Violation(
                        "config." + ID + '.' + REGION, "invalid", ID + '.' + REGION + ' ' + what + '.'))));
    }
}
