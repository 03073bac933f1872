/** Publishes a local recording through an S3-compatible bucket, for providers that take only URLs. */
@SuppressWarnings("module") // The name ends in a digit because that of S3 does.
module io.voicecloner.host.s3 {
    requires static org.jspecify;
    requires transitive io.voicecloner.core;
    requires java.xml;
    requires okhttp3;
    requires okio;
    // For the signer, which as an automatic module cannot ask for it.
    requires org.slf4j;
    requires software.amazon.awssdk.http;
    requires software.amazon.awssdk.http.auth.aws;
    requires software.amazon.awssdk.http.auth.spi;
    requires software.amazon.awssdk.identity.spi;

    exports io.voicecloner.host.s3;

    provides io.voicecloner.spi.AudioHostFactory with
            io.voicecloner.host.s3.S3AudioHostFactory;
}
