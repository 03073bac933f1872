package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.VoiceCloner;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The block of docs/switching.md on proxies and certificates: it compiles, and opens a cloner that is ready to clone. */
class OwnHttpGuideTest {
    @TempDir
    Path directory;

    @Test
    void theBlockOfThePageOpensACloner() throws Exception {
        String block = Page.of("docs/switching.md")
                .section("Behind a proxy, with your own certificates")
                .block("java");
        Class<?> opened = Javac.load(directory, "Opened", """
                import io.voicecloner.*;
                import io.voicecloner.http.OkHttpCustomizer;
                import java.security.KeyStore;
                import java.util.concurrent.Executor;
                import javax.net.ssl.*;
                import okhttp3.Credentials;
                public class Opened { public static VoiceCloner open(String key, String password) throws Exception {
                    TrustManagerFactory platform = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                    platform.init((KeyStore) null);
                    X509TrustManager trust = (X509TrustManager) platform.getTrustManagers()[0];
                    SSLContext tls = SSLContext.getInstance("TLS");
                    tls.init(null, new TrustManager[] {trust}, null);
                    Executor threads = Runnable::run;
                    %s
                    return cloner;
                }}
                """.formatted(block));
        try (VoiceCloner cloner = (VoiceCloner)
                opened.getMethod("open", String.class, String.class).invoke(null, "12345678", "secret")) {
            AudioSource recording = AudioSource.file(Project.SAMPLES.resolve("speech.mp3"));
            assertThat(cloner.check(CloneRequest.of(recording)).violations()).isEmpty();
        }
    }
}
