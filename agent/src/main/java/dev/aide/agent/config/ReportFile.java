package dev.aide.agent.config;

/** A file that a report is written to: its path as the user wrote it, and the format that the path's ending asks for; immutable. */
public final class ReportFile {
    /** What a report can be written as. */
    public enum Format {
        HTML(".html"),
        SARIF(".sarif"),
        JSON(".json"),
        JUNIT(".xml");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }
    }

    private final String path;
    private final String origin;
    private final Format format;

    private ReportFile(String path, String origin, Format format) {
        this.path = path;
        this.origin = origin;
        this.format = format;
    }

    /**
     * Reads a path.
     *
     * @param origin where it was set, for messages
     * @throws BadConfiguration if no format has such an ending, or a percent sign is followed by anything but p or t
     */
    public static ReportFile parse(String path, String origin) throws BadConfiguration {
        for (int i = path.indexOf('%'); i >= 0; i = path.indexOf('%', i + 1)) {
            if (!path.startsWith("%p", i) && !path.startsWith("%t", i)) {
                throw new BadConfiguration(origin + ": '" + path
                        + "' has a % that stands for nothing; write %p (process id) or %t (time of start)");
            }
        }
        for (Format format : Format.values()) {
            if (path.endsWith(format.ending)) {
                return new ReportFile(path, origin, format);
            }
        }
        throw new BadConfiguration(
                origin + ": '" + path + "' is not a report's name; end it in .html, .sarif, .json or .xml (JUnit)");
    }

    /** Returns the path with what %p and %t stand for put in. */
    public String path(String process, String time) {
        return path.replace("%p", process).replace("%t", time);
    }

    public boolean namesProcess() {
        return path.contains("%p");
    }

    public boolean namesTime() {
        return path.contains("%t");
    }

    /** Returns where the path was set, in a user's words. */
    public String origin() {
        return origin;
    }

    public Format format() {
        return format;
    }
}
