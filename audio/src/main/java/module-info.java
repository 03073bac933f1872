/** Looks into a recording before it is sent. */
module io.voicecloner.audio {
    requires static org.jspecify;
    requires transitive io.voicecloner.core;
    requires com.drew.metadata;
    requires java.desktop;
    requires org.apache.tika.core;
    // Only for Tika: an automatic module does not bring the real modules it needs.
    requires org.apache.commons.io;
    requires org.slf4j;

    exports io.voicecloner.audio;

    uses javax.sound.sampled.spi.AudioFileReader;

    provides io.voicecloner.spi.AudioInspector with
            io.voicecloner.audio.RecordingInspector;
}
