package dev.aide.agent.report;

import dev.aide.agent.config.Level;
import dev.aide.agent.rule.Rule;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.type.Mismatch;
import java.util.Locale;

/** Words one violation: the method, each position that does not fit, the caller, and how to go on. */
final class Block {
    private static final int MOST_LINES = 12;

    private final boolean showsValues;

    private final boolean hasBaseline;

    Block(boolean showsValues, boolean hasBaseline) {
        this.showsValues = showsValues;
        this.hasBaseline = hasBaseline;
    }

    /**
     * Words a violation.
     *
     * @param positions the name of each value, in the order of {@code mismatches}
     * @param mismatches null where the value fits
     * @param count how often this kind came, this time included
     */
    String of(
            String className,
            SiteSpec spec,
            String[] positions,
            Mismatch[] mismatches,
            CallStack stack,
            Level level,
            long count) {
        Rule rule = spec.position().rule();
        StringBuilder text = new StringBuilder("aide ")
                .append(rule.id())
                .append("  ")
                .append(Text.method(className, spec))
                .append('\n');
        int lines = 0;
        for (int i = 0; i < mismatches.length; i++) {
            if (mismatches[i] != null && lines++ < MOST_LINES) {
                appendLine(text, positions[i], mismatches[i]);
            }
        }
        if (lines > MOST_LINES) {
            text.append("  and ").append(lines - MOST_LINES).append(" more\n");
        }
        if (spec.position() == SiteSpec.Position.RESULT) {
            text.append("  returned at ").append(Text.cut(stack.here())).append('\n');
        }
        text.append("  called from ").append(Text.caller(stack.caller())).append('\n');
        text.append("  ").append(Text.ordinal(count)).append(" of this kind here · ");
        text.append(level.name().toLowerCase(Locale.ROOT))
                .append(" · silence: ")
                .append(hasBaseline ? "aide.baseline, or " : "")
                .append("-Daide.rule.")
                .append(rule.id());
        return text.append('=').append(Text.cut(className)).append("=off").toString();
    }

    private void appendLine(StringBuilder text, String position, Mismatch mismatch) {
        text.append("  ").append(Text.cut(position + mismatch.path()));
        text.append("  is ").append(Text.cut(mismatch.found()));
        if (showsValues) {
            text.append(Text.quote(mismatch.value()));
        }
        text.append(", declared ").append(Text.cut(mismatch.declared()));
        if (mismatch.container() != null) {
            text.append("  (").append(Text.cut(mismatch.container())).append(')');
        }
        text.append('\n');
    }
}
