package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.AudioSource;
import io.voicecloner.ClonedVoice;
import io.voicecloner.DownloadException;
import io.voicecloner.Feature;
import io.voicecloner.Preview;
import io.voicecloner.VoiceClonerException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What nobody may read: the key, and the queries of URLs, which may be signatures. */
final class SecretRules {
    private static final String GROUP = "secrets";

    private SecretRules() {}

    static Stream<ContractRule> all() {
        return Stream.of(
                rule("R59", "no failure shows the key or the query of a URL", SecretRules::failures),
                rule("R60", "no voice and no cloner shows the key or the query of a URL", SecretRules::results),
                rule("R61", "the key is never sent to where the preview lies", SecretRules::keyToPreview)
                        .needs(Feature.PREVIEW));
    }

    private static ContractRule rule(String id, String title, ContractRule.Check check) {
        return new ContractRule(id, GROUP, title, check);
    }

    private static void failures(Bench bench) {
        for (Trouble trouble : bench.quickFailures().toList()) {
            try (Bench fresh = bench.another()) {
                String shown = shown(fresh.failureBy(trouble));
                for (String secret : secrets(fresh)) {
                    assertFalse(shown.contains(secret), () -> "a secret is shown after \"" + trouble.words() + '"');
                }
            }
        }
    }

    private static void results(Bench bench) {
        boolean speaks = bench.cloner().capabilities().has(Feature.PREVIEW);
        ClonedVoice voice = bench.cloned(speaks ? bench.plainWith(AskedOption.PREVIEW) : bench.plain());
        List<String> secrets = new ArrayList<>(secrets(bench));
        voice.preview().map(preview -> preview.uri().getRawQuery()).ifPresent(secrets::add);
        String shown = String.join(
                "\n",
                voice.toString(),
                voice.ref().toString(),
                voice.preview().map(Preview::toString).orElse(""),
                voice.warnings().toString(),
                voice.orphans().toString(),
                voice.traceIds().toString(),
                bench.plain().audio().toString(),
                bench.cloner().toString(),
                bench.provider().toString(),
                bench.provider().options().toString());
        for (String secret : secrets) {
            assertFalse(shown.contains(secret), "a secret is shown in a result");
        }
    }

    private static void keyToPreview(Bench bench) throws IOException {
        ClonedVoice voice = bench.cloned(bench.plainWith(AskedOption.PREVIEW));
        try {
            PreviewRules.downloaded(bench, voice.preview().orElseThrow());
        } catch (DownloadException ignored) {
            // Whether it can be had is another rule's matter.
        }
        assertFalse(bench.host().previewSawKey(), "the host of the preview was sent the key");
    }

    static List<String> secrets(Bench bench) {
        List<String> secrets = new ArrayList<>(List.of(bench.host().apiKey()));
        query(bench.host().recording()).ifPresent(secrets::add);
        if (bench.cloner().capabilities().has(Feature.PROMPT)) {
            query(bench.host().promptRecording()).ifPresent(secrets::add);
        }
        return secrets;
    }

    private static Optional<String> query(AudioSource source) {
        return source instanceof AudioSource.Url web
                ? Optional.ofNullable(web.url().getRawQuery())
                : Optional.empty();
    }

    /** Everything that anybody could print of a failure, causes included. */
    static String shown(VoiceClonerException failure) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text, true);
        failure.printStackTrace(out);
        out.println(failure.report());
        out.println(failure.hint());
        out.println(failure.providerCode());
        out.println(failure.providerMessage());
        out.println(failure.traceId());
        out.println(failure.voiceId());
        out.println(failure.violations());
        out.println(failure.orphans());
        if (failure instanceof AmbiguousOutcomeException ambiguous) {
            out.println(ambiguous.checks());
        }
        return text.toString();
    }
}
