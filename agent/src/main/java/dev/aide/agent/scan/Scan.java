package dev.aide.agent.scan;

import dev.aide.agent.baseline.Baseline;
import dev.aide.agent.config.BadConfiguration;
import dev.aide.agent.config.Setting;
import dev.aide.agent.config.Settings;
import dev.aide.agent.report.ThisJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Judges the classes in jars and folders by the rules that need no call, without loading or running any of them. Immutable;
 * safe for use by any thread.
 */
public final class Scan {
    private final Settings settings;
    private final List<Path> inputs;
    private final List<Path> libraries;
    private final int release;

    private Scan(Settings settings, List<Path> inputs, List<Path> libraries, int release) {
        this.settings = settings;
        this.inputs = Collections.unmodifiableList(new ArrayList<>(inputs));
        this.libraries = Collections.unmodifiableList(new ArrayList<>(libraries));
        this.release = release;
    }

    /**
     * Prepares to judge what is in jars and folders. Libraries inside of a jar are judged only where
     * {@code aide.include} names their classes.
     *
     * @param settings with a scope: not all off
     */
    public static Scan of(Settings settings, List<Path> inputs) {
        return new Scan(settings, inputs, Collections.<Path>emptyList(), ThisJvm.release());
    }

    /** Returns this scan with jars and folders that its classes use, and that are not judged themselves. */
    public Scan withLibraries(List<Path> paths) {
        return new Scan(settings, inputs, paths, release);
    }

    /** Returns this scan for a Java release, by which jars for several have other classes; this JVM's by default. */
    public Scan forRelease(int feature) {
        return new Scan(settings, inputs, libraries, feature);
    }

    /**
     * Judges all classes in scope, on all processors, and records the baseline where that is asked for. What cannot be
     * read is told and left out.
     *
     * @throws BadConfiguration if the baseline cannot be held as it is
     */
    public ScanResult run(ScanListener listener) throws BadConfiguration {
        Problems problems = new Problems(listener);
        Baseline baseline = settings.baseline().isEmpty() ? null : Baseline.openForScan(settings);
        ScanFindings findings = new ScanFindings(settings, baseline);
        try (ClassRoots roots = new ClassRoots(release, problems)) {
            inputs.forEach(roots::open);
            List<ClassRoot> own = roots.roots();
            libraries.forEach(roots::open);
            ClassPath classPath = new ClassPath(roots.roots());
            List<ScannedClass> classes = inScope(own, classPath, findings, problems);
            ClassJudge judge = new ClassJudge(settings, classPath, findings, problems);
            AtomicInteger done = new AtomicInteger();
            classes.parallelStream().forEach(each -> {
                judge.judge(each);
                listener.progress(done.incrementAndGet(), classes.size());
            });
        }
        record(baseline, problems);
        return new ScanResult(findings.report(names(inputs), problems.sentences()), !problems.isAnyFailure());
    }

    private List<ScannedClass> inScope(
            List<ClassRoot> roots, ClassPath classPath, ScanFindings findings, Problems problems) {
        boolean isNamed = settings.given().containsKey(Setting.INCLUDE.key());
        List<ScannedClass> classes = new ArrayList<>();
        int hidden = 0;
        for (ClassRoot root : roots) {
            for (String name : root.names()) {
                if (ScannedClass.isType(name)) {
                    ScannedClass each = new ScannedClass(root, name);
                    if ((root.isLibrary() && !isNamed) || !settings.scope().covers(each.name())) {
                        findings.isOutOfScope();
                    } else if (classPath.isFirst(root, name)) {
                        classes.add(each);
                    } else {
                        hidden++;
                    }
                }
            }
        }
        if (hidden > 0) {
            problems.note(hidden + (hidden == 1 ? " class is" : " classes are")
                    + " there more than once: the first one counts, as on a class path");
        }
        return classes;
    }

    private static void record(Baseline baseline, Problems problems) {
        try {
            if (baseline != null) {
                baseline.save();
            }
        } catch (IOException e) {
            problems.fail("the baseline could not be recorded, its file is as it was: " + e);
        }
    }

    private static String names(List<Path> paths) {
        List<String> names = new ArrayList<>();
        for (Path path : paths) {
            // without the folders around it, which are this machine's
            names.add(String.valueOf(path.toAbsolutePath().normalize().getFileName()));
        }
        return String.join(", ", names);
    }
}
