package dev.aide.agent.type;

/** A Signature attribute that does not follow JVMS 4.7.9.1, as obfuscators leave behind. */
public final class MalformedSignature extends RuntimeException {
    MalformedSignature(String signature, int position) {
        super("signature is malformed at character " + position + ": " + signature);
    }
}
