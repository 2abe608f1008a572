package dev.aide.agent.rule;

import dev.aide.agent.classfile.Annotation;
import java.util.ArrayList;
import java.util.List;

/** The rules that {@code @dev.aide.Unchecked} takes a declaration out of; immutable. */
public final class Silenced {
    /** The annotation's name; a constant that relocation leaves alone, since it is no class of the agent's. */
    private static final String ANNOTATION = "dev/aide/Unchecked";

    private static final Silenced NOTHING = new Silenced(new ArrayList<String>(), false);

    private final List<String> ids;
    private final boolean all;

    private Silenced(List<String> ids, boolean all) {
        this.ids = ids;
        this.all = all;
    }

    /** Reads the annotations of a declaration. */
    public static Silenced by(List<Annotation> annotations) {
        for (Annotation annotation : annotations) {
            if (annotation.type().equals(ANNOTATION)) {
                List<String> ids = annotation.texts("value");
                return new Silenced(ids, ids.isEmpty());
            }
        }
        return NOTHING;
    }

    /** Returns what is silenced here or around. */
    public Silenced within(Silenced around) {
        if (around == NOTHING) {
            return this;
        }
        List<String> both = new ArrayList<>(ids);
        both.addAll(around.ids);
        return new Silenced(both, all || around.all);
    }

    public boolean covers(Rule rule) {
        if (all) {
            return true;
        }
        for (String id : ids) {
            if (rule.id().equals(id) || rule.id().startsWith(id + ".")) {
                return true;
            }
        }
        return false;
    }
}
