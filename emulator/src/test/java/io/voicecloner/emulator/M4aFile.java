package io.voicecloner.emulator;

import static io.voicecloner.emulator.Sounds.ascii;
import static io.voicecloner.emulator.Sounds.concat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;

/** M4a files, box by box: AAC at 48 kHz, mono, six bytes of silence in each frame. */
final class M4aFile {
    static final int RATE = 48_000;
    static final int FRAME_SAMPLES = 1024;
    static final byte[] FTYP = box("ftyp", ascii("M4A "), ints(0), ascii("M4A isom"));

    private static final byte[] SILENT_FRAME = {0, (byte) 0xC8, 0, (byte) 0x80, 0x23, (byte) 0x80};

    /** MPEG-4 audio, AAC-LC, 48 kHz, one channel (ISO/IEC 14496-1 and -3). */
    private static final byte[] ESDS = HexFormat.of()
            .parseHex("00000000" + "0319000000" + "0411401500000000007D0000007D00" + "05021188" + "060102");

    private M4aFile() {}

    /** A frame of lead-in, then the sound, of which an edit list tells where it starts and ends. */
    static byte[] exactly(Duration length) {
        int frames = (int) ((length.toMillis() * RATE / 1000 + 2 * FRAME_SAMPLES - 1) / FRAME_SAMPLES);
        byte[] mdat = mdat(frames);
        int milliseconds = (int) length.toMillis();
        byte[] trak = trak("soun", milliseconds, elst(milliseconds, FRAME_SAMPLES), frames, FTYP.length + 8);
        return concat(FTYP, mdat, box("moov", mvhd(milliseconds), trak));
    }

    static byte[] mdat(int frames) {
        ByteBuffer content = ByteBuffer.allocate(frames * SILENT_FRAME.length);
        for (int i = 0; i < frames; i++) {
            content.put(SILENT_FRAME);
        }
        return box("mdat", content.array());
    }

    static byte[] moov(byte[] edits, int frames, int mdatContent, byte[]... more) {
        return box("moov", mvhd(milliseconds(frames)), trak("soun", edits, frames, mdatContent), concat(more));
    }

    /** The movie's clock counts milliseconds. */
    static byte[] mvhd(int milliseconds) {
        byte[] rest = ByteBuffer.allocate(80).putInt(0x10000).putInt(76, 2).array();
        return box("mvhd", ints(0, 0, 0, 1000, milliseconds), rest);
    }

    static byte[] trak(String handler, byte[] edits, int frames, int mdatContent) {
        return trak(handler, milliseconds(frames), edits, frames, mdatContent);
    }

    private static byte[] trak(String handler, int milliseconds, byte[] edits, int frames, int mdatContent) {
        byte[] stbl = box("stbl", stsd(), stts(frames), stsc(frames), stsz(frames), stco(frames, mdatContent));
        byte[] dinf = box("dinf", box("dref", ints(0, 1), box("url ", ints(1))));
        byte[] minf = box("minf", box("smhd", ints(0, 0)), dinf, stbl);
        byte[] mdhd = box("mdhd", ints(0, 0, 0, RATE, frames * FRAME_SAMPLES, 0x55C40000));
        byte[] hdlr = box("hdlr", ints(0, 0), ascii(handler), new byte[13]);
        byte[] tkhd = box("tkhd", ints(7, 0, 0, 1, 0, milliseconds), new byte[60]);
        return box("trak", tkhd, edits, box("mdia", mdhd, hdlr, minf));
    }

    private static int milliseconds(int frames) {
        return (int) (frames * 1000L * FRAME_SAMPLES / RATE);
    }

    static byte[] elst(int milliseconds, int start) {
        return box("edts", box("elst", ints(0, 1, milliseconds, start, 0x10000)));
    }

    private static byte[] stsd() {
        byte[] entry = ByteBuffer.allocate(28)
                .putInt(4, 1)
                .putInt(16, 0x10010)
                .putInt(24, RATE << 16)
                .array();
        return box("stsd", ints(0, 1), box("mp4a", entry, box("esds", ESDS)));
    }

    private static byte[] stts(int frames) {
        return box("stts", frames == 0 ? ints(0, 0) : ints(0, 1, frames, FRAME_SAMPLES));
    }

    private static byte[] stsc(int frames) {
        return box("stsc", frames == 0 ? ints(0, 0) : ints(0, 1, 1, frames, 1));
    }

    private static byte[] stsz(int frames) {
        return box("stsz", ints(0, frames == 0 ? 0 : SILENT_FRAME.length, frames));
    }

    private static byte[] stco(int frames, int mdatContent) {
        return box("stco", frames == 0 ? ints(0, 0) : ints(0, 1, mdatContent));
    }

    static byte[] box(String type, byte[]... content) {
        byte[] all = concat(content);
        return concat(ints(8 + all.length), ascii(type), all);
    }

    static byte[] ints(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }
}
