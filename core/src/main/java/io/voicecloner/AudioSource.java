package io.voicecloner;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a recording comes from. The caller's file name is never sent to anyone.
 *
 * <p>A provider that takes files and one that takes URLs both accept every kind: what does not fit is uploaded, published or
 * downloaded on the way.
 */
public abstract sealed class AudioSource {
    private AudioSource() {}

    /** A file. The disk is not touched until the source is used; the file must not change until the clone ends. */
    public static AudioSource file(Path file) {
        return new File(file);
    }

    /** A recording in memory. The array is copied. */
    public static AudioSource bytes(byte[] audio) {
        return new Bytes(audio.clone());
    }

    /**
     * A stream, read to its end by the first clone that uses it and closed then. What it gave is kept in a temporary file that
     * only the owner may read, so that later clones may use it again. Where the file lies is for the JVM to say:
     * {@code -Djava.io.tmpdir}. It is deleted when the source becomes unreachable, or at the end of the JVM.
     */
    public static AudioSource read(InputStream stream) {
        return new Stream(stream);
    }

    /** A recording on the web: {@code https}, or loopback {@code http} where loopback is allowed. */
    public static AudioSource url(URI url) {
        return new Url(url);
    }

    /** A file on disk. */
    public static final class File extends AudioSource {
        private final Path path;

        private File(Path path) {
            this.path = Objects.requireNonNull(path, "path");
        }

        /** As given. */
        public Path path() {
            return path;
        }

        @Override
        public String toString() {
            return "file " + path;
        }
    }

    /** A recording in memory. */
    public static final class Bytes extends AudioSource {
        private final byte[] audio;

        private Bytes(byte[] audio) {
            this.audio = audio;
        }

        /** How many bytes there are. */
        public int length() {
            return audio.length;
        }

        /** A copy of the recording. */
        public byte[] toByteArray() {
            return audio.clone();
        }

        /** Reads the recording without copying it. */
        public InputStream open() {
            return new java.io.ByteArrayInputStream(audio);
        }

        @Override
        public String toString() {
            return audio.length + " bytes";
        }
    }

    /** A stream that is read once. */
    public static final class Stream extends AudioSource {
        private final SpooledStream spool;

        private Stream(InputStream stream) {
            this.spool = new SpooledStream(Objects.requireNonNull(stream, "stream"));
        }

        /**
         * The file that holds what the stream gave. The first call reads the stream.
         *
         * @param maxBytes how much to keep at most; one byte more is kept of a longer stream, so that its size tells
         * @throws java.io.IOException if the stream or the disk fails; later calls fail the same way
         */
        public Path spooled(long maxBytes) throws java.io.IOException {
            return spool.file(maxBytes);
        }

        @Override
        public String toString() {
            return "a stream";
        }
    }

    /** A recording on the web. */
    public static final class Url extends AudioSource {
        private final URI url;

        private Url(URI url) {
            this.url = Objects.requireNonNull(url, "url");
        }

        /** As given, signature included. */
        public URI url() {
            return url;
        }

        /** The host only: the rest may be a signature. */
        @Override
        public String toString() {
            return "URL at " + url.getHost();
        }
    }
}
