package io.voicecloner.spi;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** A recording in one of the two forms that providers take. */
public sealed interface PreparedAudio {
    /** A recording that the provider fetches itself. */
    record Location(URI address) implements PreparedAudio {
        /** The host only: the rest may be a signature. */
        @Override
        public String toString() {
            return "Location[" + address.getHost() + ']';
        }
    }

    /**
     * A recording to be uploaded.
     *
     * @param format its container, judged by its bytes
     * @param length its size in bytes
     * @param opener opens it from the beginning, as often as asked
     */
    record Content(AudioFormat format, long length, Opener opener) implements PreparedAudio {
        /** Opens the recording; the caller closes it. */
        public InputStream open() throws IOException {
            return opener.open();
        }
    }

    /** Opens a recording from its beginning. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    /** This recording as something to upload. Only for providers with {@code FILE_AUDIO}. */
    default Content content() {
        if (this instanceof Content content) {
            return content;
        }
        throw new IllegalStateException("core gives a file to every provider without URL_AUDIO");
    }

    /** This recording as an address. Only for providers with {@code URL_AUDIO}. */
    default URI url() {
        if (this instanceof Location location) {
            return location.address;
        }
        throw new IllegalStateException("core gives an address to every provider without FILE_AUDIO");
    }
}
