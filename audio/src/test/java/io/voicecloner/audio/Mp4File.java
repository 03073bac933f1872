package io.voicecloner.audio;

import static io.voicecloner.audio.Bytes.big;
import static io.voicecloner.audio.Bytes.join;
import static io.voicecloner.audio.Bytes.text;

/** MP4 files made by hand. */
final class Mp4File {
    static final byte[] TYPE = box("ftyp", text("M4A "), big(0, 4), text("M4A isom"));

    private Mp4File() {}

    static byte[] box(String name, byte[]... content) {
        byte[] body = join(content);
        return join(big(body.length + 8L, 4), text(name), body);
    }

    /** A box that may lie about its size. */
    static byte[] lying(String name, long size, byte[]... content) {
        return join(big(size, 4), text(name), join(content));
    }

    static byte[] index(byte[]... content) {
        return box("moov", content);
    }

    /** The movie header, which has the length. */
    static byte[] header(long duration, long scale) {
        return box("mvhd", new byte[12], big(scale, 4), big(duration, 4), new byte[80]);
    }

    static byte[] sound(String codec) {
        byte[] entry = box(codec, new byte[6], big(1, 2), new byte[8], big(1, 2), big(16, 2), new byte[8]);
        return track("soun", box("stsd", new byte[4], big(1, 4), entry));
    }

    static byte[] track(String kind, byte[] description) {
        byte[] handler = box("hdlr", new byte[8], text(kind), new byte[13]);
        return box("trak", box("mdia", handler, box("minf", box("stbl", description))));
    }

    static byte[] samples(int size) {
        return box("mdat", new byte[size]);
    }

    /** One of twelve seconds and a half, the index first. */
    static byte[] of(byte[]... tracks) {
        return join(TYPE, index(header(12_500, 1000), join(tracks)), samples(50_000));
    }
}
