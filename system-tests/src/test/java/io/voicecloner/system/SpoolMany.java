package io.voicecloner.system;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ProviderSettings;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** A client in a process of its own, with a folder of its own for temporary files, of which it tells what lies there: base URL. */
final class SpoolMany {
    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));
    private static final byte[] SOUND = new byte[300_000];

    private SpoolMany() {}

    public static void main(String[] arguments) throws Exception {
        URI base = URI.create(arguments[0]);
        ProviderSettings settings = ProviderSettings.of("long-enough-key")
                .withBaseUrl(base)
                .withLoopbackAllowed(true)
                .withAttempts(1);
        try (VoiceCloner cloner = VoiceCloners.open("minimax", settings)) {
            streams(cloner);
            for (String recording : List.of("cut", "page", "huge", "noise")) {
                CloneRequest request = CloneRequest.of(AudioSource.url(base.resolve('/' + recording)));
                try {
                    cloner.cloneVoice(request);
                } catch (VoiceClonerException e) {
                    tell("after " + recording + ' ' + e.step().id());
                }
            }
            cloner.check(CloneRequest.of(AudioSource.read(new ByteArrayInputStream(SOUND))));
            tell("at the end");
        }
    }

    private static void streams(VoiceCloner cloner) throws Exception {
        for (Throwable thrown :
                List.of(new IOException("x"), new IllegalStateException("x"), new AssertionError("x"))) {
            cloner.check(CloneRequest.of(AudioSource.read(new TalkativeStream(thrown))));
            tell("after " + thrown.getClass().getSimpleName());
        }
        cloner.check(CloneRequest.of(AudioSource.read(new TalkativeStream(null))));
        for (int look = 0; look < 50 && !listed().isEmpty(); look++) {
            System.gc();
            Thread.sleep(100);
        }
        tell("when nobody has it any more");
    }

    private static void tell(String when) throws IOException {
        System.out.println(when + ": " + listed());
    }

    private static List<String> listed() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().startsWith("voicecloner-"))
                    .map(SpoolMany::permissions)
                    .toList();
        }
    }

    static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Tells what lies there half-way, and then fails. */
    private static final class TalkativeStream extends InputStream {
        private final Throwable thrown;
        private int left = SOUND.length;

        TalkativeStream(Throwable thrown) {
            this.thrown = thrown;
        }

        @Override
        public int read() throws IOException {
            if (left == SOUND.length / 2) {
                tell("half-way");
                if (thrown != null) {
                    SpoolMany.<RuntimeException>sneak(thrown);
                }
            }
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int next = read();
            return next < 0 ? -1 : 1;
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
