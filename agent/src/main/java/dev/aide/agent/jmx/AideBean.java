package dev.aide.agent.jmx;

import dev.aide.agent.config.BadConfiguration;
import dev.aide.agent.config.ReportFile;
import dev.aide.agent.config.Settings;
import dev.aide.agent.report.CoverageFigures;
import dev.aide.agent.report.CoverageFigures.Figure;
import dev.aide.agent.report.Report;
import dev.aide.agent.report.ReportedFinding;
import dev.aide.agent.report.Reporter;
import dev.aide.agent.report.format.ReportFiles;
import dev.aide.agent.weave.ModeSwitch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers for the agent. Its failures are exceptions of the JRE, since who asks from outside knows no others. */
final class AideBean implements AideMXBean {
    private static final int MOST_FINDINGS = 10;

    private final Settings settings;
    private final Reporter reporter;
    private final ModeSwitch modes;

    AideBean(Settings settings, Reporter reporter, ModeSwitch modes) {
        this.settings = settings;
        this.reporter = reporter;
        this.modes = modes;
    }

    @Override
    public String getVersion() {
        return reporter.snapshot().version();
    }

    @Override
    public String getScope() {
        return settings.scope().describe();
    }

    @Override
    public Map<String, String> getModes() {
        return settings.levels().texts();
    }

    @Override
    public Map<String, Long> getCoverage() {
        Map<String, Long> figures = new LinkedHashMap<>();
        for (Map.Entry<Figure, Long> entry : coverage().figures().entrySet()) {
            figures.put(entry.getKey().id(), entry.getValue());
        }
        return figures;
    }

    @Override
    public List<String> getProblems() {
        return coverage().problems();
    }

    @Override
    public long getViolations() {
        Report report = reporter.snapshot();
        long violations = report.dropped();
        for (ReportedFinding finding : report.findings()) {
            violations += finding.count();
        }
        return violations;
    }

    @Override
    public int getKinds() {
        return reporter.snapshot().findings().size();
    }

    @Override
    public List<TopFinding> getFindings() {
        List<TopFinding> all = new ArrayList<>();
        for (ReportedFinding finding : reporter.snapshot().findings()) {
            all.add(new TopFinding(finding));
        }
        return all;
    }

    @Override
    public List<TopFinding> getTopFindings() {
        List<TopFinding> all = getFindings();
        return all.subList(0, Math.min(all.size(), MOST_FINDINGS));
    }

    @Override
    public String setMode(String pattern, String rule, String mode) {
        try {
            return modes.set(pattern, rule, mode);
        } catch (BadConfiguration e) {
            throw new IllegalArgumentException(e.getMessage());
        }
    }

    @Override
    public String switchModes(String values) {
        try {
            return modes.set(values);
        } catch (BadConfiguration e) {
            throw new IllegalArgumentException(e.getMessage());
        }
    }

    @Override
    public void reset() {
        reporter.reset();
    }

    @Override
    public String dumpReport(String path) {
        try {
            return ReportFiles.write(reporter.snapshot(), ReportFile.parse(path, "path"))
                    .toString();
        } catch (BadConfiguration e) {
            throw new IllegalArgumentException(e.getMessage());
        } catch (IOException e) {
            throw new IllegalStateException(path + " could not be written: " + e);
        }
    }

    private CoverageFigures coverage() {
        return reporter.snapshot().jvms().get(0).coverage();
    }
}
