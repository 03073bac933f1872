package io.voicecloner.audio;

import com.drew.imaging.mp4.Mp4Handler;
import com.drew.imaging.mp4.Mp4Reader;
import com.drew.metadata.Metadata;
import com.drew.metadata.mp4.Mp4BoxHandler;
import com.drew.metadata.mp4.Mp4Context;
import com.drew.metadata.mp4.Mp4Directory;
import com.drew.metadata.mp4.media.Mp4SoundHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tracks in an MP4 file's index. Has metadata-extractor load only the few boxes that are needed. */
final class Mp4Tracks extends Mp4BoxHandler {
    private static final String MOVIE_HEADER = "mvhd";
    private static final String HANDLER = "hdlr";
    private static final String SAMPLE_DESCRIPTION = "stsd";

    /** All that is ever held in memory, here and in the sound's own handler. */
    static final Set<String> LOADED = Set.of(MOVIE_HEADER, HANDLER, SAMPLE_DESCRIPTION);

    private static final Set<String> CONTAINERS = Set.of("moov", "trak", "mdia");
    private static final long UNKNOWN = 0xFFFF_FFFFL;

    private final Set<String> codecs = new LinkedHashSet<>();
    private boolean sound;
    private boolean video;

    private Mp4Tracks(Metadata metadata) {
        super(metadata);
    }

    /** @param in an index that has passed the guard, to its end */
    static Mp4Tracks read(InputStream in) {
        Mp4Tracks tracks = new Mp4Tracks(new Metadata());
        Mp4Reader.extract(in, tracks);
        return tracks;
    }

    boolean hasSound() {
        return sound;
    }

    boolean hasVideo() {
        return video;
    }

    /** The sounds' codecs in four characters each: {@code mp4a}, {@code ac-3}. */
    Set<String> codecs() {
        return codecs;
    }

    /** How long it plays, without what an encoder puts in front; 0 if it does not say. */
    double seconds() {
        Long duration = directory.getLongObject(Mp4Directory.TAG_DURATION);
        Long scale = directory.getLongObject(Mp4Directory.TAG_TIME_SCALE);
        boolean known = duration != null && scale != null && duration > 0 && duration != UNKNOWN && scale > 0;
        return known ? (double) duration / scale : 0;
    }

    @Override
    public boolean shouldAcceptBox(String type) {
        return type.equals(MOVIE_HEADER) || type.equals(HANDLER);
    }

    @Override
    public boolean shouldAcceptContainer(String type) {
        return CONTAINERS.contains(type);
    }

    @Override
    public Mp4Handler<?> processBox(String type, byte @Nullable [] payload, long size, Mp4Context context)
            throws IOException {
        if (payload == null || !type.equals(HANDLER)) {
            return super.processBox(type, payload, size, context);
        }
        return switch (characters(payload, 8)) {
            case "soun" -> {
                sound = true;
                yield new Sound(context);
            }
            case "vide" -> {
                video = true;
                yield this;
            }
            default -> this;
        };
    }

    private static String characters(byte[] payload, int offset) {
        return new String(payload, offset, 4, StandardCharsets.US_ASCII);
    }

    /** The library's own one knows a few codecs only. */
    private final class Sound extends Mp4SoundHandler {
        Sound(Mp4Context context) {
            super(Mp4Tracks.this.metadata, context);
        }

        @Override
        public boolean shouldAcceptBox(String type) {
            return type.equals(SAMPLE_DESCRIPTION);
        }

        @Override
        public Mp4Handler<?> processBox(String type, byte @Nullable [] payload, long size, Mp4Context context) {
            if (payload != null && type.equals(SAMPLE_DESCRIPTION)) {
                // Behind version, count and the first entry's size.
                codecs.add(characters(payload, 12));
            }
            return this;
        }
    }
}
