package io.voicecloner.audio;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The outermost boxes of an MP4 file.
 *
 * @param index where the index ({@code moov}) is, which says what the sound is; null if there is none, or not all of it
 * @param soundBytes the size of the sound itself, as far as the file reaches
 * @param fragments whether parts of the index stand between the sound, as programs write it that record live
 * @param cutOff whether a box ends behind the file's end
 */
record Mp4Layout(@Nullable Mp4Box index, long soundBytes, boolean fragments, boolean cutOff) {
    private static final int MOST = 100_000;

    private static final Mp4Layout NOTHING = new Mp4Layout(null, 0, false, false);

    /** @throws IOException if they make no sense before an index and sound have been found */
    static Mp4Layout of(Source source) throws IOException {
        Mp4Layout layout = NOTHING;
        long length = source.length();
        try (DataInputStream in = new DataInputStream(source.open())) {
            long position = 0;
            for (int boxes = 0; length - position >= Mp4Box.HEADER; boxes++) {
                Mp4Box box = Mp4Box.read(in, position, length);
                if (boxes == MOST) {
                    throw new IOException("too many boxes");
                }
                boolean cutOff = box.end() > length;
                if (cutOff && layout.complete()) {
                    return layout;
                }
                layout = layout.with(box, position, length);
                if (cutOff) {
                    return layout;
                }
                in.skipNBytes(box.end() - box.content());
                position = box.end();
            }
            return layout;
        } catch (EOFException e) {
            throw e;
        } catch (IOException e) {
            // Something may well be appended to a recording.
            if (layout.complete()) {
                return layout;
            }
            throw e;
        }
    }

    private boolean complete() {
        return index != null && soundBytes > 0;
    }

    private Mp4Layout with(Mp4Box box, long position, long length) {
        boolean cut = box.end() > length;
        return switch (box.type()) {
            case "moov" ->
                cut
                        ? new Mp4Layout(index, soundBytes, fragments, true)
                        : new Mp4Layout(
                                new Mp4Box("moov", position, box.end(), box.plain()), soundBytes, fragments, cutOff);
            case "mdat" ->
                new Mp4Layout(index, soundBytes + Math.min(box.end(), length) - box.content(), fragments, cut);
            case "moof" -> new Mp4Layout(index, soundBytes, true, cut);
            default -> new Mp4Layout(index, soundBytes, fragments, cut);
        };
    }
}
