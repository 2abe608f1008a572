package dev.aide.agent.report.format;

import dev.aide.agent.report.Report;
import dev.aide.agent.rule.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;

/** One HTML file that needs nothing else: a page that is the same for all reports, with the report's JSON put into it. */
final class HtmlFormat implements Format {
    private static final String PAGE = "report.html";
    private static final String REPORT = "@REPORT@";
    private static final String RULES = "@RULES@";

    @Override
    public void write(Report report, Writer out) throws IOException {
        String page = page();
        int beforeReport = page.indexOf(REPORT);
        int beforeRules = page.indexOf(RULES);
        out.write(page, 0, beforeReport);
        new JsonFormat().write(report, new JsonText(out));
        out.write(page, beforeReport + REPORT.length(), beforeRules - beforeReport - REPORT.length());
        writeRules(new JsonText(out));
        out.write(page, beforeRules + RULES.length(), page.length() - beforeRules - RULES.length());
    }

    private static void writeRules(JsonText json) throws IOException {
        json.beginArray();
        for (Rule rule : Rule.values()) {
            json.beginObject();
            json.member("id", rule.id());
            json.member("summary", rule.summary());
            json.member("fix", RuleHelp.fix(rule));
            json.endObject();
        }
        json.endArray();
    }

    private static String page() throws IOException {
        try (InputStream in = HtmlFormat.class.getResourceAsStream(PAGE)) {
            if (in == null) {
                throw new IOException("aide.jar is not whole: it has no " + PAGE);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes.write(buffer, 0, read);
            }
            return bytes.toString("UTF-8");
        }
    }
}
