package io.voicecloner.host.s3;

import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.spi.Failures;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signs for S3 with AWS's own signer, by the credentials there are at that moment. Sends nothing. Thread-safe. */
final class Signer {
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final String region;
    private final Credentials credentials;
    private final Clock clock;

    Signer(String region, Credentials credentials, Clock clock) {
        this.region = region;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** @throws io.voicecloner.ConfigurationException if a file with a key went bad after opening */
    AwsCredentialsIdentity identity() {
        try {
            return credentials.read();
        } catch (IOException e) {
            throw Failures.exception(
                    FailureReport.of(
                                    Category.CONFIGURATION,
                                    Reason.INVALID_SETTING,
                                    Step.PUBLISH,
                                    "a key to the bucket cannot be read any more: its setting " + e.getMessage())
                            .hint("Check audio-host.access-key-file, audio-host.secret-key-file and "
                                    + "audio-host.session-token-file."),
                    e);
        }
    }

    /** A request with its signature in the headers. The payload is read only where the address is plain http. */
    SdkHttpRequest signed(
            SdkHttpRequest request, AwsCredentialsIdentity identity, @Nullable ContentStreamProvider payload) {
        return signer.sign(sign -> common(sign, request, identity)
                        .payload(payload)
                        .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, payload == null)
                        .putProperty(AwsV4FamilyHttpSigner.CHUNK_ENCODING_ENABLED, false))
                .request();
    }

    /** A URL that anybody can GET until the time is over. */
    URI readable(URI object, AwsCredentialsIdentity identity, Duration lifetime) {
        SdkHttpRequest get =
                SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(object).build();
        return signer.sign(sign -> common(sign, get, identity)
                        .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                        .putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, lifetime))
                .request()
                .getUri();
    }

    private SignRequest.Builder<AwsCredentialsIdentity> common(
            SignRequest.Builder<AwsCredentialsIdentity> sign, SdkHttpRequest request, AwsCredentialsIdentity identity) {
        return sign.request(request)
                .identity(identity)
                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                .putProperty(HttpSigner.SIGNING_CLOCK, clock)
                // S3 alone among AWS's services takes paths as they are.
                .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false);
    }
}
