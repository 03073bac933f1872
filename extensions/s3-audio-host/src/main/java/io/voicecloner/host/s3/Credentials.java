package io.voicecloner.host.s3;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Who asks the bucket.
 *
 * @param sessionToken what a temporary key pair comes with; null for a lasting one
 */
record Credentials(Key accessKey, Key secretKey, @Nullable Key sessionToken) {
    /**
     * What there is at this moment.
     *
     * @throws IOException if a part of it cannot be read any more; the message does not quote it
     */
    AwsCredentialsIdentity read() throws IOException {
        return sessionToken == null
                ? AwsCredentialsIdentity.create(accessKey.read(), secretKey.read())
                : AwsSessionCredentialsIdentity.create(accessKey.read(), secretKey.read(), sessionToken.read());
    }
}
