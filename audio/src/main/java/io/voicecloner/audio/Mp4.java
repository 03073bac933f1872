package io.voicecloner.audio;

import io.voicecloner.spi.AudioFacts;
import io.voicecloner.spi.AudioFacts.Fault;
import io.voicecloner.spi.AudioFormat;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.mime.MediaType;

/** An MP4 file: M4A if there is AAC or Apple Lossless in it, and no video. */
final class Mp4 {
    private static final Set<String> CODECS = Set.of("mp4a", "aac ", "alac");

    /** Much less than silence takes. An index that says otherwise is not to be relied upon. */
    private static final int LEAST_BYTES_PER_SECOND = 16;

    private static final Optional<AudioFormat> M4A = Optional.of(AudioFormat.M4A);

    private Mp4() {}

    static AudioFacts inspect(Source source) throws IOException {
        Mp4Layout layout = Mp4Layout.of(source);
        Mp4Box index = layout.index();
        if (index == null) {
            return withoutIndex(source);
        }
        boolean fragmented = Mp4Guard.check(source, index.content(), index.end()) || layout.fragments();
        Mp4Tracks tracks;
        try (InputStream in = source.openAt(index.content(), index.end())) {
            tracks = Mp4Tracks.read(in);
        }
        List<Fault> faults = faults(layout, tracks);
        if (!faults.isEmpty()) {
            return Findings.faults(M4A, faults);
        }
        if (fragmented) {
            return Findings.unmeasured(AudioFormat.M4A, "it is a fragmented MP4 file");
        }
        double seconds = tracks.seconds();
        if (seconds == 0) {
            return Findings.unmeasured(AudioFormat.M4A, "its MP4 file does not state it");
        }
        if (source.length() < seconds * LEAST_BYTES_PER_SECOND) {
            return Findings.unmeasured(AudioFormat.M4A, "its MP4 file states one that its size cannot hold");
        }
        return Findings.measured(AudioFormat.M4A, Duration.ofMillis(Math.round(1000 * seconds)), List.of());
    }

    /** Photos look the same from outside. */
    private static AudioFacts withoutIndex(Source source) throws IOException {
        MediaType type = FileTypes.typeAt(source, 0);
        if (type.getType().equals("image")) {
            return Findings.fault(
                    Optional.empty(), "not-audio", "is " + FileTypes.name(type) + ", not mp3, m4a or wav");
        }
        return Findings.fault(
                M4A,
                "unfinished",
                "is an MP4 file without the index that a program writes last: was recording it finished, and all of it copied?");
    }

    private static List<Fault> faults(Mp4Layout layout, Mp4Tracks tracks) {
        List<Fault> faults = new ArrayList<>();
        if (layout.cutOff()) {
            faults.add(new Fault("truncated", "ends in the middle of an MP4 file"));
        }
        if (tracks.hasVideo()) {
            faults.add(new Fault("has-video", "is an MP4 file with video, not m4a"));
        }
        if (!tracks.hasSound() || layout.soundBytes() == 0) {
            faults.add(new Fault("no-sound", "is an MP4 file without sound"));
        } else if (tracks.codecs().isEmpty()) {
            faults.add(new Fault("damaged", "is an MP4 file that does not say what its sound is"));
        } else if (Collections.disjoint(tracks.codecs(), CODECS)) {
            faults.add(new Fault(
                    "wrong-codec",
                    "is an MP4 file with " + printable(tracks.codecs()) + " sound, not AAC or Apple Lossless"));
        }
        return faults;
    }

    private static String printable(Set<String> codecs) {
        return String.join(" and ", codecs).replaceAll("[^ -~]", "?");
    }
}
