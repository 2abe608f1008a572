package dev.aide.agent;

import dev.aide.agent.attach.Answer;
import dev.aide.agent.config.BadConfiguration;
import dev.aide.agent.config.Settings;
import dev.aide.agent.report.Console;
import dev.aide.agent.rule.Rule;
import java.lang.instrument.Instrumentation;

/** Where the JVM enters: {@code java -javaagent:aide.jar}, or a running JVM that is attached to. */
public final class Agent {
    private static final int BAD_CONFIGURATION = 2;

    /** The one in this JVM: it is entered by static methods, again whenever somebody attaches. */
    private static RunningAgent running;

    private Agent() {}

    /**
     * Starts the agent before the program. Settings that cannot be meant end the JVM with exit code 2 before its
     * {@code main}: running on without the checks that were asked for would look safe and not be.
     */
    public static synchronized void premain(String arguments, Instrumentation instrumentation) {
        Console console = new Console();
        try {
            Settings settings = Settings.read(arguments, Rule.strictness());
            warn(settings, console);
            if (!settings.isOff()) {
                running = RunningAgent.start(settings, instrumentation, console, Thread.currentThread());
                console.print(running.describe());
            }
        } catch (BadConfiguration e) {
            console.print("aide: " + e.getMessage());
            // a premain that throws would end in the JVM's own page of errors
            Runtime.getRuntime().halt(BAD_CONFIGURATION);
        }
    }

    /**
     * Starts the agent in a running program or, where it is in it already, switches its modes. Settings that cannot be meant
     * leave the JVM as it was. What came of it is left as an {@link Answer} and told on standard error.
     */
    public static synchronized void agentmain(String arguments, Instrumentation instrumentation) {
        Console console = new Console();
        Answer answer;
        try {
            answer = Answer.done(attached(arguments, instrumentation, console));
        } catch (BadConfiguration e) {
            answer = Answer.refused(e.getMessage());
        }
        console.print(answer.text().startsWith("aide ") ? answer.text() : "aide: " + answer.text());
        answer.leave();
    }

    private static String attached(String arguments, Instrumentation instrumentation, Console console)
            throws BadConfiguration {
        if (running != null) {
            return running.switchModes(arguments);
        }
        Settings settings = Settings.readAttached(arguments, Rule.strictness());
        if (settings.isOff()) {
            throw new BadConfiguration(
                    "aide.mode=off holds nothing; attach with another mode, such as mode=warn, or with live=true too");
        }
        warn(settings, console);
        running = RunningAgent.start(settings, instrumentation, console, null);
        return running.describe();
    }

    private static void warn(Settings settings, Console console) {
        for (String warning : settings.warnings()) {
            console.print("aide: " + warning);
        }
    }
}
