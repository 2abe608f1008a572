package dev.aide.agent.report;

import dev.aide.agent.config.Level;
import dev.aide.agent.rule.Rule;
import dev.aide.agent.rule.SiteSpec;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Words one violation: the method, each thing that is wrong, the caller, and how to go on. */
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
     * @param occurrences what is wrong, one at least
     * @param count how often this kind came, this time included
     */
    String of(String className, SiteSpec spec, List<Occurrence> occurrences, CallStack stack, Level level, long count) {
        Set<Rule> rules = rules(occurrences);
        StringBuilder text = new StringBuilder("aide");
        String separator = " ";
        for (Rule rule : rules) {
            text.append(separator).append(rule.id());
            separator = ", ";
        }
        text.append("  ").append(Text.place(className, spec)).append('\n');
        int shown = Math.min(occurrences.size(), MOST_LINES);
        for (Occurrence occurrence : occurrences.subList(0, shown)) {
            text.append("  ").append(occurrence.inWords(showsValues)).append('\n');
        }
        if (shown < occurrences.size()) {
            text.append("  and ").append(occurrences.size() - shown).append(" more\n");
        }
        text.append(whereabouts(spec.position(), stack));
        text.append("  ").append(Text.ordinal(count)).append(" of this kind here · ");
        text.append(level.name().toLowerCase(Locale.ROOT)).append(" · silence: ");
        text.append(hasBaseline ? "aide.baseline, or " : "");
        separator = "";
        for (Rule rule : rules) {
            text.append(separator).append("-Daide.rule.").append(rule.id());
            text.append('=').append(Text.cut(className)).append("=off");
            separator = ", ";
        }
        return text.toString();
    }

    private static String whereabouts(SiteSpec.Position position, CallStack stack) {
        String here = Text.cut(stack.here());
        String caller = "  called from " + Text.caller(stack.caller()) + '\n';
        switch (position) {
            case RESULT:
                return "  returned at " + here + '\n' + caller;
            case FIELD:
                return "  written at " + here + '\n' + caller;
            case THROWN:
                return "  thrown through " + here + '\n' + caller;
            default:
                return caller;
        }
    }

    private static Set<Rule> rules(List<Occurrence> occurrences) {
        Set<Rule> rules = new TreeSet<>();
        for (Occurrence occurrence : occurrences) {
            rules.add(occurrence.rule());
        }
        return rules;
    }
}
