package dev.aide.agent.report;

import dev.aide.agent.config.Settings;

/** One screen for the end of a run: coverage, what came of the baseline, then the findings. */
final class Summary {
    private final Settings settings;
    private final Coverage coverage;
    private final Digest digest;
    /** Null where none is set. */
    private final BaselineResult baseline;

    Summary(Settings settings, Coverage coverage, Digest digest, BaselineResult baseline) {
        this.settings = settings;
        this.coverage = coverage;
        this.digest = digest;
        this.baseline = baseline;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("aide summary  ")
                .append(settings.levels().describe())
                .append(" · depth ")
                .append(settings.depth())
                .append(" · ")
                .append(settings.scope().describe())
                .append('\n');
        text.append(coverage.describe());
        if (coverage.holdsNothing()) {
            text.append("  WARNING     no class was in scope, so nothing was held;"
                    + " set aide.include to your packages, such as com.acme.**\n");
        }
        if (baseline != null) {
            text.append("  baseline    ").append(baseline.describe()).append('\n');
        }
        return text.append(digest).toString();
    }
}
