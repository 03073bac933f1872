package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.voicecloner.Category;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Delivery;
import io.voicecloner.DownloadException;
import io.voicecloner.Feature;
import io.voicecloner.PreviewState;
import io.voicecloner.ProviderUnavailableException;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What goes wrong before the request that makes a voice is sent, or after it is answered. */
final class AsideRules {
    private AsideRules() {}

    static Stream<ContractRule> all() {
        return Stream.of(
                new ContractRule(
                        "R62",
                        "failures",
                        "a host that cannot be reached is unavailable, and was sent nothing",
                        AsideRules::unreachable),
                FailureRules.outcome(
                        "R63", "a fault before the request that makes a voice leaves none", Trouble.UPLOAD_FAULT),
                FailureRules.outcome(
                        "R64", "a web page before the request that makes a voice leaves none", Trouble.UPLOAD_NOT_JSON),
                new ContractRule(
                                "R65",
                                "results",
                                "a preview that is gone is a failed download, and the voice stays",
                                AsideRules::gone)
                        .needs(Feature.PREVIEW)
                        .needs(Trouble.PREVIEW_GONE));
    }

    private static void unreachable(Bench bench) throws IOException {
        // A port that is taken and listens to nobody: no connection comes about, and nobody else can take it meanwhile.
        try (Socket deaf = new Socket()) {
            deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String there = "//127.0.0.1:" + deaf.getLocalPort();
            Map<String, String> moved = RequestRules.withBaseUrl(bench, url -> url.replaceFirst("//[^/?#]*", there));
            moved.put("voicecloner.allow-loopback", "true");
            ProviderUnavailableException failure;
            try (VoiceCloner cloner = VoiceCloners.fromProperties(moved)) {
                failure = assertThrows(
                        ProviderUnavailableException.class,
                        () -> cloner.cloneVoice(bench.plain()),
                        "a clone where nobody listens");
            }
            assertEquals(Delivery.NOT_SENT, failure.delivery(), () -> "the delivery of: " + failure);
            assertFalse(failure.voiceMayExist(), () -> "voiceMayExist of: " + failure);
            assertEquals(0, bench.host().creates(), "requests to make a voice, sent to where the host was");
        }
    }

    private static void gone(Bench bench) {
        bench.host().next(Trouble.PREVIEW_GONE);
        ClonedVoice voice = bench.cloned(bench.plainWith(AskedOption.PREVIEW));
        assertEquals(PreviewState.AVAILABLE, voice.previewState(), "the state of the preview");
        DownloadException failure = assertThrows(
                DownloadException.class,
                () -> PreviewRules.downloaded(bench, voice.preview().orElseThrow()),
                "the download of a preview that is gone");
        assertEquals(Category.DOWNLOAD, failure.category(), "the leaf");
        assertEquals(List.of(voice.ref().id()), bench.host().voices(), "the voices made");
        assertEquals(1, bench.host().creates(), "requests to make a voice");
    }
}
