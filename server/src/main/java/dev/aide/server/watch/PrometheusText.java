package dev.aide.server.watch;

import java.util.List;
import java.util.Locale;

/** Writes counters as Prometheus reads them (text format 0.0.4). */
public final class PrometheusText {
    private static final String BUCKET = "portal_request_seconds_bucket";

    private final StringBuilder text = new StringBuilder(4096);

    private PrometheusText() {}

    /** All counters as they are now, and these others. */
    public static String of(Metrics metrics, List<Sample> others) {
        PrometheusText writer = new PrometheusText();
        writer.head("portal_requests_total", "counter", "Requests answered.");
        metrics.traffic().forEach(writer::requests);
        writer.head("portal_request_seconds", "histogram", "How long requests took.");
        metrics.traffic().forEach(writer::times);
        writer.head("portal_requests_in_flight", "gauge", "Requests being answered.");
        writer.line("portal_requests_in_flight", "", String.valueOf(metrics.inFlight()));
        others.forEach(writer::sample);
        return writer.text.toString();
    }

    private void sample(Sample sample) {
        head(sample.name(), sample.type(), sample.help());
        sample.values().forEach((labels, value) -> line(sample.name(), labels, String.valueOf(value)));
    }

    private void head(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private void requests(Traffic traffic) {
        traffic.byStatus()
                .forEach((status, count) -> line(
                        "portal_requests_total",
                        labels(traffic) + ",status=\"" + status + "\"",
                        String.valueOf(count)));
    }

    private void times(Traffic traffic) {
        long sum = 0;
        for (int i = 0; i < traffic.byTime().size(); i++) {
            sum += traffic.byTime().get(i);
            String bound = i < Traffic.BOUNDS.size() ? String.valueOf(Traffic.BOUNDS.get(i)) : "+Inf";
            line(BUCKET, labels(traffic) + ",le=\"" + bound + "\"", String.valueOf(sum));
        }
        line("portal_request_seconds_sum", labels(traffic), String.format(Locale.ROOT, "%.6f", traffic.seconds()));
        line("portal_request_seconds_count", labels(traffic), String.valueOf(sum));
    }

    private static String labels(Traffic traffic) {
        return "method=\"" + traffic.method() + "\",route=\"" + traffic.route() + "\"";
    }

    private void line(String name, String labels, String value) {
        text.append(name);
        if (!labels.isEmpty()) {
            text.append('{').append(labels).append('}');
        }
        text.append(' ').append(value).append('\n');
    }
}
