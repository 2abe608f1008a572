package dev.aide.agent.docs.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.docs.SourceJars;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The skimmer finds in whole libraries what the JDK's parser finds, method by method and word by word. */
class SkimmerAgainstCompilerTest {
    private final CompilerParser compiler = CompilerParser.ofThisRuntime();

    @ParameterizedTest
    @CsvSource({
        "guava-sources.jar, 600, 9000",
        "spring-core-sources.jar, 500, 6000",
        "hibernate-core-sources.jar, 1500, 15000",
        "helidon-webserver-sources.jar, 100, 800"
    })
    void both_parsers_find_the_same(String jar, int leastFiles, int leastMethods) throws Exception {
        int methods = 0;
        List<String> differences = new ArrayList<>();
        Map<String, String> sources = SourceJars.sources(jar);
        for (Map.Entry<String, String> source : sources.entrySet()) {
            SourceFile compiled = compiler.parse(source.getValue());
            SourceFile skimmed = skim(source.getKey(), source.getValue());
            if (compiled == null) {
                differences.add(source.getKey() + " is refused by the compiler");
                continue;
            }
            List<String> expected = describe(compiled);
            List<String> found = describe(skimmed);
            methods += expected.size();
            if (!found.equals(expected)) {
                differences.add(source.getKey() + "\n  compiler " + without(expected, found) + "\n  skimmer  "
                        + without(found, expected));
            }
        }

        assertThat(differences).isEmpty();
        assertThat(sources).hasSizeGreaterThan(leastFiles);
        assertThat(methods).isGreaterThan(leastMethods);
    }

    private static SourceFile skim(String name, String text) {
        try {
            return Skimmer.skim(text);
        } catch (UnreadableSource e) {
            throw new AssertionError(name + ": " + e.getMessage(), e);
        }
    }

    /** One line for each import and method, with all that a method's documentation is judged by. */
    private static List<String> describe(SourceFile file) {
        List<String> lines = new ArrayList<>(file.imports());
        for (SourceType type : file.types()) {
            lines.add(type.binaryName());
            for (SourceMethod method : type.methods()) {
                lines.add(type.binaryName() + "." + method.name() + method.typeParameters() + method.parameterTypes()
                        + method.parameterNames() + words(method.comment()));
            }
        }
        return lines;
    }

    private static String words(String comment) {
        return comment == null ? " undocumented" : " " + comment.trim().replaceAll("\\s+", " ");
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> rest = new ArrayList<>(lines);
        rest.removeAll(others);
        return rest;
    }
}
