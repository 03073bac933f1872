package io.voicecloner.audio;

import java.io.File;
import java.io.InputStream;
import java.net.URL;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.spi.AudioFileReader;

/** Stands on the class path as an MP3 library of the application would, and knows everything better. */
public final class ForeignSoundReader extends AudioFileReader {
    private static final AtomicBoolean ASKED = new AtomicBoolean();

    /** For {@link java.util.ServiceLoader}. */
    public ForeignSoundReader() {
        ASKED.set(true);
    }

    static boolean asked() {
        return ASKED.get();
    }

    @Override
    public AudioFileFormat getAudioFileFormat(InputStream stream) {
        throw new IllegalStateException("asked");
    }

    @Override
    public AudioFileFormat getAudioFileFormat(URL url) {
        throw new IllegalStateException("asked");
    }

    @Override
    public AudioFileFormat getAudioFileFormat(File file) {
        throw new IllegalStateException("asked");
    }

    @Override
    public AudioInputStream getAudioInputStream(InputStream stream) {
        throw new IllegalStateException("asked");
    }

    @Override
    public AudioInputStream getAudioInputStream(URL url) {
        throw new IllegalStateException("asked");
    }

    @Override
    public AudioInputStream getAudioInputStream(File file) {
        throw new IllegalStateException("asked");
    }
}
