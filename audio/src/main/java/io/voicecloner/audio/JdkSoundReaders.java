package io.voicecloner.audio;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.UnsupportedAudioFileException;
import javax.sound.sampled.spi.AudioFileReader;

/**
 * The sound readers of the JDK itself. {@link javax.sound.sampled.AudioSystem} would also ask whatever readers the application
 * has: an MP3 reader among them makes the JDK misread plain WAV files.
 */
final class JdkSoundReaders {
    private static final Module DESKTOP = AudioFileReader.class.getModule();

    private JdkSoundReaders() {}

    /** What the first reader that knows it says; empty if none does. */
    static Optional<WavSound> read(Source source) throws IOException {
        for (AudioFileReader reader : Loaded.READERS) {
            Optional<WavSound> sound = ask(reader, source);
            if (sound.isPresent()) {
                return sound;
            }
        }
        return Optional.empty();
    }

    private static Optional<WavSound> ask(AudioFileReader reader, Source source) throws IOException {
        try (Counting in = new Counting(source.open())) {
            AudioFileFormat found = reader.getAudioFileFormat(in);
            AudioFormat format = found.getFormat();
            return Optional.of(new WavSound(
                            found.getFrameLength(), format.getFrameSize(), format.getFrameRate(), in.position))
                    .filter(sound -> found.getType().equals(AudioFileFormat.Type.WAVE));
        } catch (UnsupportedAudioFileException e) {
            return Optional.empty();
        }
    }

    /** The boot layer holds all readers of the module path, so each is asked where it is from. */
    private static final class Loaded {
        static final List<AudioFileReader> READERS =
                ServiceLoader.load(ModuleLayer.boot(), AudioFileReader.class).stream()
                        .filter(reader -> reader.type().getModule().equals(DESKTOP))
                        // It would ask the application's MIDI readers in its turn.
                        .filter(reader -> !reader.type().getName().contains("Midi"))
                        .map(ServiceLoader.Provider::get)
                        .toList();
    }

    /**
     * Tells how far a reader went, which is to the first frame. Going back is for readers that share a stream; here it would lose
     * the position, or fail behind a long chunk.
     */
    private static final class Counting extends FilterInputStream {
        private long position;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            position += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int wanted) throws IOException {
            int got = super.read(buffer, offset, wanted);
            position += Math.max(0, got);
            return got;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long skipped = super.skip(wanted);
            position += skipped;
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return true;
        }

        @Override
        public synchronized void mark(int limit) {}

        @Override
        public synchronized void reset() {}
    }
}
