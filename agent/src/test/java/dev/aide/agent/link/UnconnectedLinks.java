package dev.aide.agent.link;

import dev.aide.agent.classfile.KnownSurroundings;
import dev.aide.agent.config.BadConfiguration;
import dev.aide.agent.config.Levels;
import dev.aide.agent.config.Settings;
import dev.aide.agent.report.Console;
import dev.aide.agent.report.Coverage;
import dev.aide.agent.report.Reporter;
import dev.aide.agent.rule.Judge;
import dev.aide.agent.rule.Rule;
import dev.aide.agent.type.CheckContext;
import dev.aide.agent.type.Inert;
import java.lang.reflect.Constructor;
import java.util.Set;

/** The agent's side of woven code, in a JVM without an agent: code can be emitted for it, and sites linked by hand. */
public final class UnconnectedLinks {
    final Settings settings;
    final Coverage coverage = new Coverage(false);
    final Reporter reporter;
    final Linker linker;
    final IndexedSites indexed;

    public UnconnectedLinks() throws BadConfiguration {
        this("mode=enforce");
    }

    UnconnectedLinks(String arguments) throws BadConfiguration {
        settings = Settings.read("include=**;types.depth=full;" + arguments, Rule.strictness());
        Inert inert = new Inert(Set.of(), false, (declaring, field) -> {
            throw new NoSuchFieldException(field);
        });
        reporter = new Reporter(settings, coverage, new Console(), null);
        linker = new Linker(
                settings,
                new CheckContext(settings.depth(), inert, null, coverage),
                reporter,
                coverage,
                new Verdict.Source(new Judge(settings, problem -> {}), new KnownSurroundings()));
        indexed = new IndexedSites(linker, coverage);
    }

    /** Switches, as {@code ModeSwitch} does, and returns how many sites were linked anew. */
    int switchTo(String arguments) throws BadConfiguration {
        Levels before = settings.levels();
        settings.modes().switchTo(settings.modes().with(arguments));
        return linker.relink(before, settings.levels()) + indexed.relink(before, settings.levels());
    }

    public Links links() throws ReflectiveOperationException {
        Constructor<Links> constructor = Links.class.getDeclaredConstructor(Linker.class, IndexedSites.class);
        constructor.setAccessible(true);
        return constructor.newInstance(linker, indexed);
    }
}
