package io.voicecloner.audio;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages recordings in the ways that transfers, disks and strangers do. */
final class Mutations {
    private static final List<Long> SIZES =
            List.of(0L, 1L, 7L, 8L, 0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFFFL, 0xFFFF_FFF0L, 0x0100_0000L);

    private final Random random;

    Mutations(long seed) {
        random = new Random(seed);
    }

    byte[] of(byte[] recording) {
        byte[] damaged = recording.clone();
        for (int times = 1 + random.nextInt(3); times > 0 && damaged.length > 20; times--) {
            damaged = once(damaged);
        }
        return damaged;
    }

    private byte[] once(byte[] bytes) {
        int from = position(bytes);
        int to = from + random.nextInt(Math.min(bytes.length - from, 2 << random.nextInt(16)));
        return switch (random.nextInt(7)) {
            case 0 -> flipped(bytes);
            case 1 -> Arrays.copyOf(bytes, from);
            case 2 -> {
                Arrays.fill(bytes, from, to, (byte) (random.nextBoolean() ? 0 : 0xFF));
                yield bytes;
            }
            case 3 -> Bytes.join(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
            case 4 -> Bytes.join(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
            case 5 -> withSize(bytes, from, 4, SIZES.get(random.nextInt(SIZES.size())));
            default -> withSize(bytes, from, 8, random.nextBoolean() ? -1 - random.nextInt(100) : Long.MIN_VALUE);
        };
    }

    private byte[] flipped(byte[] bytes) {
        for (int bits = 1 + random.nextInt(20); bits > 0; bits--) {
            bytes[position(bytes)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    /** In front of or behind four letters, if there are any near: that is where sizes stand. */
    private byte[] withSize(byte[] bytes, int position, int width, long size) {
        int name = position;
        while (name + 4 < bytes.length && !isName(bytes, name)) {
            name++;
        }
        boolean big = random.nextInt(4) > 0;
        int target = big ? name - 4 : name + 4;
        byte[] number = big ? Bytes.big(size, width) : Bytes.little(size, width);
        if (target >= 0 && target + width <= bytes.length) {
            System.arraycopy(number, 0, bytes, target, width);
        }
        return bytes;
    }

    private static boolean isName(byte[] bytes, int position) {
        for (int i = position; i < position + 4; i++) {
            if (bytes[i] != ' ' && !Character.isLetter(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    /** Mostly near the beginning or the end, where headers and indexes are. */
    private int position(byte[] bytes) {
        int near = random.nextInt(Math.min(bytes.length, 1500));
        return switch (random.nextInt(4)) {
            case 0, 1 -> near;
            case 2 -> bytes.length - 1 - near;
            default -> random.nextInt(bytes.length);
        };
    }
}
