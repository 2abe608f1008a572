package dev.aide.agent.classfile;

/**
 * The big-endian numbers of a class file (JVMS 4). Offsets that lie outside the bytes end in an
 * {@link IndexOutOfBoundsException}. Immutable.
 */
final class Bytes {
    private final byte[] bytes;

    Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    int u1(int at) {
        return bytes[at] & 0xff;
    }

    int u2(int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    int u4(int at) {
        return (u2(at) << 16) | u2(at + 2);
    }

    byte[] array() {
        return bytes;
    }
}
