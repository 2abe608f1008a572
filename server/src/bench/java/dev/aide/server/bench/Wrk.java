package dev.aide.server.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Loads a server from the second processor. */
final class Wrk {
    private static final Pattern RESULT = Pattern.compile("(\\d+) requests in .*Requests/sec:\\s+([0-9.]+)", Pattern.DOTALL);

    private final String script;
    private final String token;

    Wrk(String script, String token) {
        this.script = script;
        this.token = token;
    }

    /**
     * Sends orders for a time.
     *
     * @return what was answered
     * @throws IllegalStateException if any of them was not a success
     */
    Answered order(int port, int seconds) throws IOException, InterruptedException {
        List<String> command = List.of(
                "taskset", "-c", "1", "wrk", "-t1", "-c16", "-d" + seconds + "s", "-s", script,
                "http://127.0.0.1:" + port + "/orders", "--", token);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher result = RESULT.matcher(output);
        boolean isClean = !output.contains("Non-2xx") && !output.contains("Socket errors");
        if (process.waitFor() != 0 || !result.find() || !isClean) {
            throw new IllegalStateException("wrk did not get what it asked for:\n" + output);
        }
        return new Answered(Long.parseLong(result.group(1)), Double.parseDouble(result.group(2)));
    }

    /** What a server answered: in all, and in a second. Immutable. */
    record Answered(long count, double aSecond) {}
}
