package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.voicecloner.fuzz.DeniedAddresses;
import io.voicecloner.fuzz.NumericHost;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Timeout;

/** Addresses of recordings that somebody else will fetch, and who may read numbers in hosts more kindly than this library does. */
@Timeout(20)
class PublicHostsFuzzTest {
    @FuzzTest
    void whatMayBePublicIsNoNumberOfADeniedAddress(byte[] input) {
        URI address;
        try {
            address = new URI(new String(input, StandardCharsets.UTF_8));
        } catch (URISyntaxException e) {
            return;
        }
        if (PublicHosts.isPlainlyNotPublic(address) || address.getHost() == null) {
            return;
        }
        NumericHost.read(address.getHost())
                .flatMap(DeniedAddresses::blockOf)
                .ifPresent(block ->
                        assertThat(block).as("%s is let through", address).isNull());
    }
}
