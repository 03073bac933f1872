package io.voicecloner.host.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.ConfigurationException;
import io.voicecloner.Step;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

class SignerTest {
    private static final Clock THEN = Clock.fixed(Instant.parse("2013-05-24T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path directory;

    /** The example of the page "Authenticating Requests: Using Query Parameters" of Amazon S3's API reference. */
    @Test
    void signsAsAmazonsExampleDoes() {
        Signer signer = signer(Key.of("AKIAIOSFODNN7EXAMPLE"), Key.of("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));

        URI url = signer.readable(
                URI.create("https://examplebucket.s3.amazonaws.com/test.txt"), signer.identity(), Duration.ofDays(1));

        assertThat(url.getRawQuery().split("&"))
                .containsExactlyInAnyOrder(
                        "X-Amz-Algorithm=AWS4-HMAC-SHA256",
                        "X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request",
                        "X-Amz-Date=20130524T000000Z",
                        "X-Amz-Expires=86400",
                        "X-Amz-SignedHeaders=host",
                        "X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
    }

    @Test
    void readsAKeyFileAnewEachTime() throws Exception {
        Path file = Files.writeString(directory.resolve("secret"), "firstSecret\n");
        Signer signer = signer(Key.of("AKID"), Key.inFile(file));
        assertThat(signer.identity().secretAccessKey()).isEqualTo("firstSecret");

        Files.writeString(file, "secondSecret\r\n");

        assertThat(signer.identity().secretAccessKey()).isEqualTo("secondSecret");
    }

    @Test
    void saysWhichSettingWentBad() throws Exception {
        Path file = Files.writeString(directory.resolve("secret"), "firstSecret\n");
        Signer signer = signer(Key.of("AKID"), Key.inFile(file));
        Files.writeString(file, "first secret");

        ConfigurationException bad = catchThrowableOfType(ConfigurationException.class, signer::identity);

        assertThat(bad.step()).isEqualTo(Step.PUBLISH);
        assertThat(bad.hint().orElseThrow()).contains("audio-host.secret-key-file");
        assertThat(bad.getMessage()).doesNotContain("first secret");
    }

    @Test
    void aTemporaryKeyOnceCouldNotBeUsedForWantOfItsToken() throws Exception {
        Path token = Files.writeString(directory.resolve("token"), "firstToken\n");
        Signer signer =
                new Signer("us-east-1", new Credentials(Key.of("ASIA"), Key.of("secret"), Key.inFile(token)), THEN);
        URI object = URI.create("https://examplebucket.s3.amazonaws.com/test.txt");
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.DELETE)
                .uri(object)
                .build();

        SdkHttpRequest signed = signer.signed(request, signer.identity(), null);

        assertThat(signed.firstMatchingHeader("x-amz-security-token")).contains("firstToken");
        assertThat(signed.firstMatchingHeader("Authorization").orElseThrow())
                .containsPattern("SignedHeaders=[a-z0-9;-]*x-amz-security-token");

        Files.writeString(token, "second+Token");
        assertThat(signer.readable(object, signer.identity(), Duration.ofMinutes(1))
                        .getRawQuery()
                        .split("&"))
                .contains("X-Amz-Security-Token=second%2BToken");

        Files.writeString(token, "");
        assertThat(catchThrowableOfType(ConfigurationException.class, signer::identity))
                .hasMessageContaining("audio-host.session-token-file");
    }

    private static Signer signer(Key accessKey, Key secretKey) {
        return new Signer("us-east-1", new Credentials(accessKey, secretKey, null), THEN);
    }
}
