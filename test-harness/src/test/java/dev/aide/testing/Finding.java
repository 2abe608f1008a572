package dev.aide.testing;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the agent says is wrong at one place.
 *
 * @param method   its name, qualified; of a constructor {@code new} and the class's name
 * @param position the parameter, or {@code result}, and the way to the value inside it
 * @param found    the class of the value
 * @param declared what the signature says
 */
record Finding(String method, String position, String found, String declared) {
    private static final Pattern SUMMARY_ENTRY =
            Pattern.compile("\\n +\\d+×  (.+)\\(.*\\)\\n +(\\S+) is (\\S+), declared (\\S+)\\n +called from \\S+");
    private static final Pattern BLOCK =
            Pattern.compile("\\naide types\\.\\w+  (.+)\\(.*\\)\\n((?:  \\S+  is \\S+, declared .+\\n)+)");
    private static final Pattern BLOCK_LINE = Pattern.compile("  (\\S+)  is (\\S+), declared (\\S+)");

    /** Returns the entries of the summary at exit, which names positions without indexes. */
    static List<Finding> inSummary(String stderr) {
        return SUMMARY_ENTRY
                .matcher(stderr.substring(stderr.indexOf("\naide summary")))
                .results()
                .map(match -> new Finding(match.group(1), match.group(2), match.group(3), match.group(4)))
                .toList();
    }

    /** Returns the lines of the blocks that are printed while the program runs. */
    static List<Finding> printed(String stderr) {
        return BLOCK.matcher(stderr)
                .results()
                .flatMap(block -> lines(block.group(1), block.group(2)))
                .toList();
    }

    private static Stream<Finding> lines(String method, String lines) {
        return BLOCK_LINE
                .matcher(lines)
                .results()
                .map(line -> new Finding(method, line.group(1), line.group(2), line.group(3)));
    }
}
