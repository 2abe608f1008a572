package dev.aide.testing;

import java.nio.file.Path;

/**
 * A program that breaks rules at three places in two packages, with a few other main classes beside it.
 *
 * @param classes where its class files are
 */
record ShopProgram(Path classes) {

    static ShopProgram writtenTo(Path folder) {
        Fixture.sources(8, "Shop", "billing.Billing", "one.two.three.Deep")
                .compile()
                .writeTo(folder);
        Fixture.sources(8, "Guarded").classpath(AgentJar.path()).compile().writeTo(folder);
        JavaSources.release(8)
                .source("org.apache.catalina.startup.Bootstrap", """
                        package org.apache.catalina.startup;
                        public class Bootstrap {
                            public static void main(String[] args) {
                                fixture.Shop.main(args);
                            }
                        }
                        """)
                .source("Unnamed", """
                        public class Unnamed {
                            static void named(java.util.List<String> names) {}
                            public static void main(String[] args) {
                                named((java.util.List) java.util.Collections.singletonList(1));
                            }
                        }
                        """)
                .classpath(folder)
                .compile()
                .writeTo(folder);
        return new ShopProgram(folder);
    }

    /** Returns what it writes where the three calls are handled so: they pass, or an exception is caught. */
    static String output(String sell, String stock, String bill) {
        return "main\nsell " + sell + "\nstock " + stock + "\nbill " + bill + "\n";
    }

    ForkedJvm underAgent() {
        return underAgent(Jdk.running());
    }

    ForkedJvm underAgent(String arguments) {
        return ForkedJvm.on(Jdk.running())
                .agent(AgentJar.path(), arguments)
                .classpath(classes)
                .main("fixture.Shop");
    }

    ForkedJvm underAgent(Jdk jdk) {
        return underAgent(jdk, "fixture.Shop");
    }

    ForkedJvm underAgent(Jdk jdk, String main) {
        return ForkedJvm.on(jdk).agent(AgentJar.path()).classpath(classes).main(main);
    }
}
