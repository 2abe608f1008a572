package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

class ClassFilesUnderAgentIT {
    @TempDir
    Path folder;

    @JdkTest
    void warn_names_each_polluted_position_of_each_version_and_changes_nothing(Jdk jdk) {
        ClassFiles.versions(jdk).forEach(version -> {
            Outcome outcome = polluted(jdk, version).run().expectExit(0);

            assertThat(outcome.stdout()).as("version %d", version).isEqualTo(ClassFiles.output(2));
            assertThat(Finding.printed(outcome.stderr()))
                    .as("version %d, %s", version, outcome)
                    .containsExactlyInAnyOrderElementsOf(pollution());
            assertThat(outcome.stderr()).contains("failed 0");
        });
    }

    @JdkTest
    void enforce_stops_it_before_super_is_called(Jdk jdk) {
        // the ends, and both sides of the versions that brought frames and invokedynamic
        IntStream.of(ClassFiles.OLDEST, 49, 50, 51, jdk.feature() + 44).forEach(version -> {
            Outcome outcome = polluted(jdk, version)
                    .property("aide.mode", "enforce")
                    .run()
                    .expectExit(1);

            assertThat(outcome.stdout()).isEmpty();
            assertThat(outcome.stderr())
                    .contains(
                            "Exception in thread \"main\" dev.aide.TypeViolation: aide types.argument  new fixture.Service(");
            assertThat(Finding.printed(outcome.stderr()))
                    .as("version %d, %s", version, outcome)
                    .containsExactly(
                            names("new fixture.Service", "arg0[1]"), stock("new fixture.Service", "arg2{value}"));
        });
    }

    private ForkedJvm polluted(Jdk jdk, int version) {
        return ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .classpath(ClassFiles.service(version).writeTo(folder.resolve("v" + version)))
                .main(ClassFiles.MAIN)
                .args("polluted");
    }

    private static List<Finding> pollution() {
        Stream<Finding> inServices = Stream.of(
                names("new fixture.Service", "arg0[1]"),
                stock("new fixture.Service", "arg2{value}"),
                stock("fixture.Service.stock", "arg0{value}"),
                stock("fixture.Service.stock", "result{value}"),
                names("fixture.Service.count", "arg0[1]"),
                names("fixture.Service.either", "arg1[1]"),
                names("fixture.Service.either", "arg2[1]"),
                names("fixture.Service.either", "result[1]"),
                names("fixture.Service.overwritten", "arg0[1]"),
                names("fixture.Service.overwritten", "result[1]"),
                names("fixture.Service.twice", "arg0[1]"),
                names("fixture.Service.twice", "result[1]"));
        Stream<Finding> inLayouts = PrimitiveLayout.all()
                .map(layout -> "fixture.Service." + layout.name())
                .flatMap(method ->
                        Stream.of(names(method, "arg1[1]"), stock(method, "arg3{value}"), names(method, "arg5[1]")));
        return Stream.concat(inServices, inLayouts).toList();
    }

    private static Finding names(String method, String position) {
        return new Finding(method, position, "java.lang.Integer", "java.lang.String");
    }

    private static Finding stock(String method, String position) {
        return new Finding(method, position, "java.lang.String", "java.lang.Integer");
    }
}
