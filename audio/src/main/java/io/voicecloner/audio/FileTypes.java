package io.voicecloner.audio;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** What a file is, judged by its beginning, and how to say so. */
final class FileTypes {
    static final MediaType MPEG_AUDIO = MediaType.audio("mpeg");

    /** What people really send, by their words for it; anything else goes by its media type. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("application/json", "JSON text"),
            Map.entry("application/ogg", "an Ogg file"),
            Map.entry("application/pdf", "a PDF document"),
            Map.entry("application/x-matroska", "a Matroska or WebM file"),
            Map.entry("application/zip", "a ZIP archive"),
            Map.entry("audio/ac3", "an AC-3 file"),
            Map.entry("audio/amr", "an AMR file"),
            Map.entry("audio/basic", "an AU file"),
            Map.entry("audio/midi", "a MIDI file, notes without sound"),
            Map.entry("audio/opus", "an Ogg Opus file"),
            Map.entry("audio/speex", "an Ogg Speex file"),
            Map.entry("audio/vnd.wave", "a WAV file"),
            Map.entry("audio/vorbis", "an Ogg Vorbis file"),
            Map.entry("audio/x-aac", "raw AAC (ADTS)"),
            Map.entry("audio/x-aiff", "an AIFF file"),
            Map.entry("audio/x-caf", "a Core Audio file"),
            Map.entry("audio/x-flac", "a FLAC file"),
            Map.entry("audio/x-oggflac", "an Ogg FLAC file"),
            Map.entry("audio/x-ms-wma", "a Windows Media file"),
            Map.entry("text/html", "a web page (HTML)"),
            Map.entry("text/plain", "text"),
            Map.entry("video/quicktime", "a QuickTime file"),
            Map.entry("video/theora", "an Ogg Theora video"),
            Map.entry("video/x-flv", "a Flash video"),
            Map.entry("video/x-ms-asf", "a Windows Media file"),
            Map.entry("video/x-ms-wmv", "a Windows Media video"),
            Map.entry("video/x-msvideo", "an AVI video"));

    private FileTypes() {}

    /** What the bytes from a position on are. Never judged by a name. */
    static MediaType typeAt(Source source, long position) throws IOException {
        // Before the recording is opened: building the table once takes longer than any recording.
        MimeTypes types = Table.TYPES;
        try (InputStream in = source.openAt(position)) {
            return types.detect(in, new Metadata());
        }
    }

    /** To stand after "is", with an article where there should be one. */
    static String name(MediaType type) {
        if (type.equals(MediaType.OCTET_STREAM)) {
            return "nothing that is known";
        }
        String text = type.getBaseType().toString();
        String kind = type.getType().equals("image") ? "an image" : "a file";
        return NAMES.getOrDefault(text, kind + " of type " + text);
    }

    /** Loaded with the first recording that needs it. */
    private static final class Table {
        static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    }
}
