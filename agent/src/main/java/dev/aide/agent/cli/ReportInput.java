package dev.aide.agent.cli;

import dev.aide.agent.report.Report;
import dev.aide.agent.report.format.JsonReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JSON reports that a command is given. */
final class ReportInput {
    private static final String ENDING = ".json";

    private ReportInput() {}

    static boolean isReport(Path path) {
        return path.toString().endsWith(ENDING) || Files.isDirectory(path);
    }

    /**
     * Reads reports, each file once.
     *
     * @param paths files, and folders whose {@code .json} files are meant
     * @throws BrokenInput if one is not there, or is no report
     */
    static List<Report> read(List<Path> paths) throws BrokenInput {
        Set<Path> files = new TreeSet<>();
        for (Path path : paths) {
            files.addAll(Files.isDirectory(path) ? reportsIn(path) : Collections.singletonList(path));
        }
        List<Report> reports = new ArrayList<>();
        for (Path file : files) {
            reports.add(read(file));
        }
        return reports;
    }

    private static List<Path> reportsIn(Path folder) throws BrokenInput {
        try (Stream<Path> children = Files.list(folder)) {
            List<Path> reports =
                    children.filter(child -> child.toString().endsWith(ENDING)).collect(Collectors.toList());
            if (reports.isEmpty()) {
                throw new BrokenInput(folder + " has no report in it; let programs write some into it, such as by"
                        + " -Daide.report=" + folder.resolve("aide-%p.json"));
            }
            return reports;
        } catch (IOException e) {
            throw new BrokenInput(folder + " cannot be read: " + e, e);
        }
    }

    private static Report read(Path file) throws BrokenInput {
        if (!Files.exists(file)) {
            throw new BrokenInput(file + " is not there");
        }
        try {
            return JsonReport.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new BrokenInput(file + " cannot be read: " + e, e);
        } catch (IllegalArgumentException e) {
            throw new BrokenInput(file + " is no report of aide's in JSON: " + e.getMessage(), e);
        }
    }
}
