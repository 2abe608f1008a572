package dev.aide.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One value of {@code aide.mode} or {@code aide.rule.…}: a mode for all, then modes for parts; immutable. */
final class ModeSpec {
    private final String text;
    private final Mode bare;
    private final List<Part> parts;

    private ModeSpec(String text, Mode bare, List<Part> parts) {
        this.text = text;
        this.bare = bare;
        this.parts = parts;
    }

    static ModeSpec parse(String value, String origin) throws BadConfiguration {
        Mode bare = null;
        List<Part> parts = new ArrayList<>();
        for (String entry : Lists.split(value, ',')) {
            int equals = entry.indexOf('=');
            if (equals >= 0) {
                ClassPattern pattern =
                        ClassPattern.parse(entry.substring(0, equals).trim(), origin);
                parts.add(
                        new Part(pattern, Mode.parse(entry.substring(equals + 1).trim(), origin)));
            } else if (bare == null) {
                bare = Mode.parse(entry, origin);
            } else {
                throw new BadConfiguration(origin + ": '" + value + "' has two modes for all, " + bare.text() + " and "
                        + entry + "; keep one, or write pattern=" + entry);
            }
        }
        return new ModeSpec(value, bare, parts);
    }

    /** Returns what says of one part alone. */
    static ModeSpec of(ClassPattern pattern, Mode mode) {
        return new ModeSpec(pattern + "=" + mode.text(), null, Collections.singletonList(new Part(pattern, mode)));
    }

    /** Returns this with a part behind the others; one for the same pattern gives way. */
    ModeSpec with(ClassPattern pattern, Mode mode) {
        StringBuilder words = new StringBuilder(bare == null ? "" : bare.text() + ",");
        List<Part> kept = new ArrayList<>();
        for (Part part : parts) {
            if (!part.pattern.toString().equals(pattern.toString())) {
                kept.add(part);
                words.append(part.pattern).append('=').append(part.mode.text()).append(',');
            }
        }
        kept.add(new Part(pattern, mode));
        return new ModeSpec(
                words.append(pattern).append('=').append(mode.text()).toString(), bare, kept);
    }

    /** Tells whether this is one mode for all, with no parts. */
    boolean isOnly(Mode mode) {
        return bare == mode && parts.isEmpty();
    }

    /** Returns the mode for a class, or null where this value says nothing of it. */
    Mode modeOf(String internalName) {
        Mode mode = bare;
        int precision = -1;
        for (Part part : parts) {
            if (part.pattern.matches(internalName) && part.pattern.precision() >= precision) {
                mode = part.mode;
                precision = part.pattern.precision();
            }
        }
        return mode;
    }

    @Override
    public String toString() {
        return text;
    }

    private static final class Part {
        final ClassPattern pattern;
        final Mode mode;

        Part(ClassPattern pattern, Mode mode) {
            this.pattern = pattern;
            this.mode = mode;
        }
    }
}
