package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Holds the agent to what annotations of modules, packages, classes and methods say of all that is in them. */
class NullScopesIT {
    private static final String ARGUMENT = "nulls.argument";
    private static final String RESULT = "nulls.return";
    private static final String NOTHING = "nothing";

    /** Compiled with their real jars; they run without. */
    private static final List<Scope> SCOPES = List.of(
            new Scope("jspecify", "@org.jspecify.annotations.NullMarked", ARGUMENT, RESULT),
            new Scope("jsr305", "@javax.annotation.ParametersAreNonnullByDefault", ARGUMENT, NOTHING),
            new Scope("spotbugs", "@edu.umd.cs.findbugs.annotations.ReturnValuesAreNonnullByDefault", NOTHING, RESULT),
            new Scope("eclipse", "@org.eclipse.jdt.annotation.NonNullByDefault", ARGUMENT, RESULT),
            new Scope(
                    "eclipselocations",
                    "@org.eclipse.jdt.annotation.NonNullByDefault("
                            + "org.eclipse.jdt.annotation.DefaultLocation.RETURN_TYPE)",
                    NOTHING,
                    RESULT),
            new Scope(
                    "checker",
                    "@org.checkerframework.framework.qual.DefaultQualifier("
                            + "org.checkerframework.checker.nullness.qual.NonNull.class)",
                    ARGUMENT,
                    RESULT),
            new Scope(
                    "checkerlocations",
                    "@org.checkerframework.framework.qual.DefaultQualifier("
                            + "value = org.checkerframework.checker.nullness.qual.NonNull.class,"
                            + " locations = org.checkerframework.framework.qual.TypeUseLocation.PARAMETER)",
                    ARGUMENT,
                    NOTHING),
            new Scope("spring", "@org.springframework.lang.NonNullApi", ARGUMENT, RESULT),
            new Scope("own", "@fixture.OwnDefault", ARGUMENT, RESULT));

    /**
     * What says that null is excluded by default.
     *
     * @param argument the rule that a null argument breaks
     * @param result   the rule that a null result breaks
     */
    private record Scope(String name, String annotation, String argument, String result) {

        boolean isForPackagesOnly() {
            return name.equals("spring");
        }
    }

    @TempDir
    static Path classes;

    @BeforeAll
    static void compile() {
        JavaSources sources = JavaSources.release(8)
                .classpath(
                        Jars.path("jspecify.jar"),
                        Jars.path("jsr305.jar"),
                        Jars.path("checker-qual.jar"),
                        Jars.path("spotbugs-annotations.jar"),
                        Jars.path("org.eclipse.jdt.annotation.jar"),
                        Jars.path("spring-core.jar"))
                .options("-Xlint:none")
                .source("fixture.OwnDefault", """
                        package fixture;
                        import java.lang.annotation.*;
                        @javax.annotation.Nonnull
                        @javax.annotation.meta.TypeQualifierDefault({ElementType.METHOD, ElementType.PARAMETER})
                        @Retention(RetentionPolicy.RUNTIME)
                        public @interface OwnDefault {}
                        """)
                .source("fixture.OwnNonnull", """
                        package fixture;
                        import java.lang.annotation.*;
                        @javax.annotation.Nonnull
                        @javax.annotation.meta.TypeQualifierNickname
                        @Retention(RetentionPolicy.RUNTIME)
                        public @interface OwnNonnull {}
                        """)
                .source("fixture.OwnNullable", """
                        package fixture;
                        import java.lang.annotation.*;
                        @javax.annotation.Nonnull(when = javax.annotation.meta.When.MAYBE)
                        @javax.annotation.meta.TypeQualifierNickname
                        @Retention(RetentionPolicy.RUNTIME)
                        public @interface OwnNullable {}
                        """)
                .source("fixture.Nicknames", """
                        package fixture;
                        @javax.annotation.ParametersAreNonnullByDefault
                        public class Nicknames {
                            @OwnNonnull public static String give(boolean wrong) { return wrong ? null : "a"; }
                            public static void take(@OwnNullable String value) {}
                        }
                        """)
                .source("fixture.Scopes", """
                        package fixture;
                        public class Scopes {
                            public static void main(String[] names) throws Exception {
                                for (String name : names) {
                                    Class<?> type = Class.forName("fixture." + name);
                                    System.out.println(name + " take " + broken(type, "take", String.class, null)
                                            + " " + broken(type, "take", String.class, "a")
                                            + " give " + broken(type, "give", boolean.class, true)
                                            + " " + broken(type, "give", boolean.class, false));
                                }
                            }
                            static String broken(Class<?> type, String name, Class<?> parameter, Object value)
                                    throws Exception {
                                try {
                                    type.getMethod(name, parameter).invoke(null, value);
                                    return "nothing";
                                } catch (java.lang.reflect.InvocationTargetException e) {
                                    return e.getCause().getMessage().split(" ")[1];
                                }
                            }
                        }
                        """);
        for (Scope scope : SCOPES) {
            String name = "fixture." + scope.name();
            sources = sources.source(name + ".package-info", scope.annotation() + " package " + name + ";")
                    .source(name + ".Plain", held(name, "Plain", "", ""))
                    .source(name + ".below.Plain", held(name + ".below", "Plain", "", ""));
            if (!scope.isForPackagesOnly()) {
                sources = sources.source(
                                name + ".below.OnClass", held(name + ".below", "OnClass", scope.annotation(), ""))
                        .source(name + ".below.OnMethods", held(name + ".below", "OnMethods", "", scope.annotation()));
            }
        }
        sources.compile().writeTo(classes);
    }

    private static String held(String packageName, String name, String onClass, String onMethods) {
        return """
                package %1$s;
                %3$s public class %2$s {
                    %4$s public static void take(String value) {}
                    %4$s public static String give(boolean wrong) { return wrong ? null : "a"; }
                }
                """.formatted(packageName, name, onClass, onMethods);
    }

    @JdkTest
    void a_scope_says_what_its_annotation_means_and_a_package_nothing_of_those_below(Jdk jdk) {
        List<String> names = new ArrayList<>();
        List<String> wanted = new ArrayList<>();
        for (Scope scope : SCOPES) {
            names.add(scope.name() + ".Plain");
            wanted.add(line(scope.name() + ".Plain", scope.argument(), scope.result()));
            names.add(scope.name() + ".below.Plain");
            wanted.add(line(scope.name() + ".below.Plain", NOTHING, NOTHING));
            if (!scope.isForPackagesOnly()) {
                for (String name : List.of(scope.name() + ".below.OnClass", scope.name() + ".below.OnMethods")) {
                    names.add(name);
                    wanted.add(line(name, scope.argument(), scope.result()));
                }
            }
        }

        assertThat(scopes(jdk, names).stdout().lines()).containsExactlyElementsOf(wanted);
    }

    @JdkTest({8, 17, 25})
    void nicknames_mean_what_they_stand_for(Jdk jdk) {
        assertThat(scopes(jdk, List.of("Nicknames")).stdout().lines())
                .as("@Nonnull by one name, and by another what may be null where all else is not")
                .containsExactly(line("Nicknames", NOTHING, RESULT));
    }

    @JdkTest({11, 17, 21, 25})
    void a_module_says_it_of_all_that_is_in_it(Jdk jdk, @TempDir Path folder) {
        Path module = JavaSources.release(11)
                .options("--module-path", Jars.path("jspecify.jar").toString())
                .source("module-info", """
                        @org.jspecify.annotations.NullMarked
                        module com.acme {
                            requires static org.jspecify;
                        }
                        """)
                .source("com.acme.Main", """
                        package com.acme;
                        import org.jspecify.annotations.NullUnmarked;
                        public class Main {
                            static void take(String value) {}
                            @NullUnmarked static void unmarked(String value) {}
                            public static void main(String[] arguments) {
                                System.out.println(Main.class.getModule());
                                call(() -> take("a"));
                                call(() -> take(null));
                                call(() -> unmarked(null));
                                call(() -> com.acme.below.Other.give());
                            }
                            static void call(Runnable call) {
                                try {
                                    call.run();
                                    System.out.println("nothing");
                                } catch (NullPointerException e) {
                                    System.out.println(e.getMessage().split("\\n")[1].trim());
                                }
                            }
                        }
                        """)
                .source("com.acme.below.Other", """
                        package com.acme.below;
                        public class Other {
                            public static String give() { return null; }
                        }
                        """)
                .compile()
                .writeTo(folder.resolve("com.acme"));
        String held = """
                nothing
                value  is null, declared @NonNull java.lang.String
                nothing
                result  is null, declared @NonNull java.lang.String
                """;
        ForkedJvm program = ForkedJvm.on(jdk).agent(AgentJar.path(), "mode=enforce");

        assertThat(program.jvmOption("--module-path", module.toString(), "--module")
                        .main("com.acme/com.acme.Main")
                        .run()
                        .expectExit(0)
                        .stdout())
                .isEqualTo("module com.acme\n" + held);
        assertThat(program.classpath(module)
                        .main("com.acme.Main")
                        .run()
                        .expectExit(0)
                        .stdout())
                .as("its declaration is there on the class path too")
                .startsWith("unnamed module ")
                .endsWith("\n" + held);
    }

    private static Outcome scopes(Jdk jdk, List<String> names) {
        return ForkedJvm.on(jdk)
                .agent(AgentJar.path(), "mode=enforce")
                .classpath(classes)
                .main("fixture.Scopes")
                .args(names.toArray(String[]::new))
                .run()
                .expectExit(0);
    }

    private static String line(String name, String argument, String result) {
        return "%s take %s nothing give %s nothing".formatted(name, argument, result);
    }
}
