package dev.aide.junit;

import dev.aide.testing.AgentJar;
import dev.aide.testing.ForkedJvm;
import dev.aide.testing.Jdk;
import dev.aide.testing.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The agent in this JVM, seen through its MBean. Immutable and thread-safe. */
final class AgentInJvm {
    private static final String MBEAN = "dev.aide:type=Aide";
    private static final String ALL_BELOW = ".**";
    private static final String JAVA_AGENT = "-javaagent:";
    private static final String AGENT_CLASS = "dev.aide.agent.Agent";
    private static final Duration MOST_WAIT = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 20;

    private final MBeanServer server;
    private final ObjectName name;
    /** What it was brought in to hold; empty where the JVM was started with it. */
    private final Optional<List<String>> included;

    private AgentInJvm(MBeanServer server, ObjectName name, Optional<List<String>> included) {
        this.server = server;
        this.name = name;
        this.included = included;
    }

    /**
     * Finds the agent that this JVM was started with, or brings one in.
     *
     * @throws ExtensionConfigurationException if that is not possible; the message says what is
     */
    static AgentInJvm findOrBringIn(List<String> include, List<String> settings) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = mbean();
        boolean isHere = server.isRegistered(name) || isStartedWithIt();
        if (!isHere) {
            bringIn(include, settings);
        }
        awaitRegistered(server, name);
        return new AgentInJvm(server, name, isHere ? Optional.empty() : Optional.of(include));
    }

    private static ObjectName mbean() {
        try {
            return new ObjectName(MBEAN);
        } catch (MalformedObjectNameException e) {
            throw new AssertionError("the name is a constant", e);
        }
    }

    /** By the JVM's command line: its classes may be on the class path of the tests, and the agent not run. */
    private static boolean isStartedWithIt() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith(JAVA_AGENT))
                .map(argument -> argument.substring(JAVA_AGENT.length()).split("=", 2)[0])
                .anyMatch(AgentInJvm::isAide);
    }

    private static boolean isAide(String agent) {
        try (JarFile jar = new JarFile(agent)) {
            return AGENT_CLASS.equals(jar.getManifest().getMainAttributes().getValue("Premain-Class"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the agent " + agent, e);
        }
    }

    /**
     * Asks whether classes are held.
     *
     * @throws ExtensionConfigurationException if the agent was brought in for others
     */
    void checkHolds(List<String> include) {
        included.filter(held -> !include.stream().allMatch(each -> covers(held, each)))
                .ifPresent(held -> {
                    throw new ExtensionConfigurationException("@Enforced asks for " + String.join(", ", include)
                            + ", but for an earlier class of this JVM the agent came to hold " + String.join(", ", held)
                            + "; let all of them include what the first one does");
                });
    }

    private static boolean covers(List<String> held, String pattern) {
        return held.stream()
                .anyMatch(each -> each.equals(pattern)
                        || (each.endsWith(ALL_BELOW) && pattern.startsWith(each.substring(0, each.length() - 2))));
    }

    /** Returns all that happened in this JVM and that no baseline knows. */
    Violations violations() {
        try {
            List<FoundViolation> found = new ArrayList<>();
            for (CompositeData each : (CompositeData[]) server.getAttribute(name, "Findings")) {
                long count = (Long) each.get("count");
                if (count > 0 && !(Boolean) each.get("known")) {
                    found.add(new FoundViolation(
                            (String) each.get("rule"),
                            (String) each.get("method"),
                            (String) each.get("description"),
                            count));
                }
            }
            return Violations.of(found);
        } catch (JMException e) {
            throw new IllegalStateException("the agent does not tell what it found", e);
        }
    }

    /** By another process: a JVM lets others attach, and not itself. */
    private static void bringIn(List<String> include, List<String> settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "attach", String.valueOf(ProcessHandle.current().pid()), "include=" + String.join(",", include)));
        if (settings.stream().noneMatch(setting -> setting.startsWith("mode="))) {
            arguments.add("mode=enforce");
        }
        arguments.addAll(settings);
        Outcome outcome = ForkedJvm.on(Jdk.running())
                .jar(AgentJar.path())
                .args(arguments.toArray(String[]::new))
                .run();
        if (outcome.exitCode() != 0) {
            throw new ExtensionConfigurationException("aide could not come into this JVM: "
                    + outcome.stderr().strip()
                    + "\nStart the JVM of the tests with it instead, by <argLine> in Surefire and jvmArgs in Gradle: -javaagent:"
                    + AgentJar.path() + "=" + String.join(";", arguments.subList(2, arguments.size())));
        }
    }

    private static void awaitRegistered(MBeanServer server, ObjectName name) {
        long end = System.nanoTime() + MOST_WAIT.toNanos();
        while (!server.isRegistered(name)) {
            if (System.nanoTime() - end > 0) {
                throw new ExtensionConfigurationException("aide is in this JVM, but its MBean " + name
                        + " did not come; with aide.mode=off there is none");
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ExtensionConfigurationException("interrupted while waiting for " + name, e);
            }
        }
    }
}
