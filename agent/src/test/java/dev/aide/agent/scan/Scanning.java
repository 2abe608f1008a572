package dev.aide.agent.scan;

import dev.aide.agent.config.BadConfiguration;
import dev.aide.agent.config.Level;
import dev.aide.agent.config.Settings;
import dev.aide.agent.report.CoverageFigures.Figure;
import dev.aide.agent.rule.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A scan, and what it told. */
final class Scanning implements ScanListener {
    final List<String> problems = Collections.synchronizedList(new ArrayList<>());
    final List<Integer> progress = Collections.synchronizedList(new ArrayList<>());
    final Settings settings;

    private Scanning(Settings settings) {
        this.settings = settings;
    }

    /**
     * Reads settings.
     *
     * @param keysAndValues such as {@code aide.include}, {@code com.acme.**}
     */
    static Scanning by(String... keysAndValues) {
        Properties properties = new Properties();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            properties.setProperty(keysAndValues[i], keysAndValues[i + 1]);
        }
        try {
            return new Scanning(Settings.readWithoutProgram(properties, Map.of(), Rule.strictness()));
        } catch (BadConfiguration e) {
            throw new IllegalArgumentException(e);
        }
    }

    ScanResult of(Path... inputs) {
        return run(Scan.of(settings, List.of(inputs)));
    }

    ScanResult run(Scan scan) {
        try {
            return scan.run(this);
        } catch (BadConfiguration e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Returns the findings as {@code rule class.method}. */
    static List<String> found(ScanResult result) {
        return result.unknown(Level.WARN).stream()
                .map(finding ->
                        finding.kind().rule().id() + " " + finding.kind().className() + "."
                                + finding.kind().methodId().replaceAll("\\(.*", ""))
                .sorted()
                .toList();
    }

    static long judged(ScanResult result) {
        return result.report().total(Figure.CLASSES_JUDGED);
    }

    @Override
    public void problem(String sentence) {
        problems.add(sentence);
    }

    @Override
    public void progress(int done, int all) {
        progress.add(done);
    }
}
