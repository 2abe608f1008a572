package dev.aide.agent.link;

import dev.aide.agent.baseline.Executions;
import dev.aide.agent.config.Levels;
import dev.aide.agent.report.Coverage;
import dev.aide.agent.rule.SiteSpec;
import java.lang.invoke.MethodHandle;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ObjIntConsumer;

/**
 * The sites of class files before version 51, which have no invokedynamic and name their site by a number.
 *
 * <p>Safe for use by any thread. What a site checks is kept by the woven class, and only weakly from here, so that the
 * class can end.
 */
final class IndexedSites implements ObjIntConsumer<Object[]> {
    private final Linker linker;
    private final Coverage coverage;
    private volatile Entry[] entries = new Entry[64];
    private int size;

    IndexedSites(Linker linker, Coverage coverage) {
        this.linker = linker;
        this.coverage = coverage;
    }

    /** Registers a site of a class that is being loaded and returns its number. */
    synchronized int add(SiteSpec spec, String className, ClassLoader loader) {
        int index = free();
        Entry[] grown = index < entries.length ? entries : Arrays.copyOf(entries, entries.length * 2);
        grown[index] = new Entry(spec, className, loader);
        size = Math.max(size, index + 1);
        entries = grown;
        return index;
    }

    /** Settles those anew, with their next call, that do something else under other levels; returns how many there are. */
    synchronized int relink(Levels before, Levels now) {
        int relinked = 0;
        for (int i = 0; i < size; i++) {
            relinked += entries[i].relink(before, now) ? 1 : 0;
        }
        return relinked;
    }

    @Override
    public void accept(Object[] values, int index) {
        Entry entry = entries[index];
        Settled settled = entry.settled();
        if (settled == null && !entry.failed) {
            settled = settle(entry, values);
        }
        if (settled != null) {
            settled.examine(values);
        }
    }

    private Settled settle(Entry entry, Object[] values) {
        Levels levels = linker.levels();
        try {
            Class<?> owner = Class.forName(entry.className, false, entry.loader.get());
            Settled settled = settled(owner, entry.spec, values, levels);
            if (settled != null) {
                linker.woven(owner).keep(entry, settled);
                entry.settle(settled, levels, linker);
            }
            return settled;
        } catch (Throwable e) {
            coverage.linkFailed(e);
            entry.failed = true;
            return null;
        }
    }

    /** Settles on what a site does; null while this thread is resolving types already. */
    private Settled settled(Class<?> owner, SiteSpec spec, Object[] first, Levels levels) {
        switch (spec.position()) {
            case VERDICT:
                return new SettledVerdict(owner, linker.verdict(owner, spec));
            case COUNTED:
                linker.ran(owner, spec);
                return new SettledCount(linker.counter(owner, spec), linker.executions(owner, spec));
            case THROWN:
                return new SettledThrown(linker.thrown(owner, spec));
            default:
                SiteChecks checks = linker.checks(owner, spec);
                MethodHandle[] compiled = checks.compile(first, levels);
                return compiled == null ? null : new SettledChecks(checks, compiled, coverage);
        }
    }

    /** Returns the place of a site whose class loader has ended, or the next new one. */
    private int free() {
        if (size == entries.length) {
            for (int i = 0; i < size; i++) {
                if (entries[i].loader.get() == null) {
                    return i;
                }
            }
        }
        return size;
    }

    private static final class Entry {
        final SiteSpec spec;
        final String className;
        final WeakReference<ClassLoader> loader;
        volatile WeakReference<Settled> settled;
        /** Set once it could not be linked: then it does nothing. */
        volatile boolean failed;

        Entry(SiteSpec spec, String className, ClassLoader loader) {
            this.spec = spec;
            this.className = className;
            this.loader = new WeakReference<>(loader);
        }

        /** Returns what it does, or null before its first call. */
        Settled settled() {
            WeakReference<Settled> on = settled;
            return on == null ? null : on.get();
        }

        /** Settles, unless other levels hold by now. */
        synchronized void settle(Settled on, Levels levels, Linker linker) {
            if (linker.levels() == levels) {
                settled = new WeakReference<>(on);
            }
        }

        synchronized boolean relink(Levels before, Levels now) {
            Settled on = settled();
            boolean differs = on != null && on.differs(before, now);
            if (differs) {
                settled = null;
            }
            return differs;
        }
    }

    /** What a site does from its second call on. */
    private interface Settled {
        void examine(Object[] values);

        boolean differs(Levels before, Levels now);
    }

    private static final class SettledVerdict implements Settled {
        private final Class<?> owner;
        private final Verdict verdict;

        SettledVerdict(Class<?> owner, Verdict verdict) {
            this.owner = owner;
            this.verdict = verdict;
        }

        @Override
        public boolean differs(Levels before, Levels now) {
            return Verdict.differs(owner, before, now);
        }

        @Override
        public void examine(Object[] values) {
            verdict.fail();
        }
    }

    private static final class SettledCount implements Settled {
        /** Either may be null. */
        private final LongAdder counter;

        private final Executions executions;

        SettledCount(LongAdder counter, Executions executions) {
            this.counter = counter;
            this.executions = executions;
        }

        @Override
        public boolean differs(Levels before, Levels now) {
            return false;
        }

        @Override
        public void examine(Object[] values) {
            if (counter != null) {
                counter.increment();
            }
            if (executions != null) {
                executions.count();
            }
        }
    }

    private static final class SettledThrown implements Settled {
        private final ThrownCheck check;

        SettledThrown(ThrownCheck check) {
            this.check = check;
        }

        @Override
        public boolean differs(Levels before, Levels now) {
            return false;
        }

        @Override
        public void examine(Object[] values) {
            check.check(values[0]);
        }
    }

    private static final class SettledChecks implements Settled {
        private final SiteChecks checks;
        private final MethodHandle[] compiled;
        private final Coverage coverage;

        SettledChecks(SiteChecks checks, MethodHandle[] compiled, Coverage coverage) {
            this.checks = checks;
            this.compiled = compiled;
            this.coverage = coverage;
        }

        @Override
        public boolean differs(Levels before, Levels now) {
            return checks.differ(before, now);
        }

        @Override
        public void examine(Object[] values) {
            if (SiteChecks.areOff(compiled)) {
                return;
            }
            if (checks.countsCalls()) {
                coverage.called();
            }
            try {
                checks.examine(compiled, values);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new AssertionError("checks throw no checked exceptions", e);
            }
        }
    }
}
