package io.voicecloner.host.s3;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A real S3 server on loopback, which knows one key pair and has one bucket. It checks signatures and when they expire. */
final class S3Server implements AutoCloseable {
    static final String BUCKET = "recordings";
    static final String ACCESS_KEY = "AKIDEXAMPLE";
    static final String SECRET_KEY = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY";

    private final TransientNio2BlobStore store = new TransientNio2BlobStore();
    private final S3Proxy server;

    private S3Server(S3Proxy.Builder builder) {
        store.createContainer(BUCKET);
        server = builder.blobStore(store)
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                .stopTimeout(0)
                .build();
    }

    static S3Server start() throws IOException {
        return start(S3Proxy.builder().endpoint(URI.create("http://127.0.0.1:0")));
    }

    /** One for https, which also finds the bucket before this host name. */
    static S3Server startSecurely(SSLContext context, String host) throws IOException {
        return start(S3Proxy.builder()
                .secureEndpoint(URI.create("https://127.0.0.1:0"))
                .sslContext(context)
                .virtualHost(host));
    }

    private static S3Server start(S3Proxy.Builder builder) throws IOException {
        S3Server started = new S3Server(builder);
        try {
            started.server.start();
        } catch (Exception e) {
            throw new IOException(e);
        }
        return started;
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getPort();
    }

    int securePort() {
        return server.getSecurePort();
    }

    /** What a host needs to be told of it, with some settings more or other. */
    Map<String, String> settings(String... more) {
        return settingsFor(endpoint(), more);
    }

    static Map<String, String> settingsFor(String endpoint, String... more) {
        Map<String, String> settings = new HashMap<>(
                Map.of("endpoint", endpoint, "bucket", BUCKET, "access-key", ACCESS_KEY, "secret-key", SECRET_KEY));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    /** The names of the objects there are. */
    List<String> keys() {
        return store.list(BUCKET).contents().stream().map(S3Object::key).toList();
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException(e);
        }
        store.close();
    }
}
