package dev.aide.agent.report.format;

import dev.aide.agent.report.Report;
import java.io.IOException;
import java.io.Writer;

/** A way to write a report. Implementations are stateless. */
interface Format {
    void write(Report report, Writer out) throws IOException;
}
