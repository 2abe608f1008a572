package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Public, as the types that it judges have to be; their sources are found beside them. */
public class DocsMissingTest {
    @Test
    void a_method_without_words_is_blamed_in_words() {
        assertThat(judging("").findings(Image.class))
                .containsExactly("Image.rotate(int degrees): has no documentation, and others can call it");
    }

    @Test
    void public_and_protected_methods_are_asked_by_default() {
        assertThat(missing("", Doors.class)).containsExactly("byAll", "byHeirs");
        assertThat(missing("", Doors.ForHeirs.class)).containsExactly("byAll");
        assertThat(missing("", Doors.Inside.class)).isEmpty();
    }

    @Test
    void visibility_says_who_is_asked() {
        assertThat(missing("docs.visibility=public", Doors.class)).containsExactly("byAll");
        assertThat(missing("docs.visibility=public", Doors.ForHeirs.class)).isEmpty();
        assertThat(missing("docs.visibility=package", Doors.class)).containsExactly("byAll", "byHeirs", "byNeighbours");
        assertThat(missing("docs.visibility=package", Doors.Inside.class)).isEmpty();
        assertThat(missing("docs.visibility=private", Doors.class))
                .containsExactly("byAll", "byHeirs", "byNeighbours", "byNobody");
        assertThat(missing("docs.visibility=private", Doors.Inside.class)).containsExactly("byAll");
    }

    @Test
    void what_nobody_else_can_call_is_blamed_for_its_words_alone() {
        assertThat(judging("docs.visibility=private").findings(Doors.class))
                .contains("Doors.byNobody(): has no documentation");
    }

    @Test
    void exemptions_can_be_taken_back_one_by_one() {
        assertThat(missing("", Exempt.class)).isEmpty();
        assertThat(missing("docs.exempt=empty-constructors,overrides", Exempt.class))
                .containsExactly("getWidth", "setWidth");
        assertThat(missing("docs.exempt=accessors,overrides", Exempt.class)).containsExactly("<init>");
        assertThat(missing("docs.exempt=accessors,empty-constructors", Exempt.class))
                .containsExactly("work");
        assertThat(missing("docs.exempt=none", Exempt.class)).containsExactly("<init>", "work", "getWidth", "setWidth");
    }

    @Test
    void words_are_inherited_from_the_method_that_is_overridden() {
        assertThat(missing("docs.exempt=none", Heir.class)).containsExactly("undocumented", "take");
    }

    @Test
    void what_overrides_a_method_of_which_nothing_is_known_is_unknown() {
        assertThat(missing("docs.exempt=none", Running.class)).isEmpty();
        assertThat(missing("docs.exempt=none;docs.unknown=report", Running.class))
                .containsExactly("run");
    }

    @Test
    void unknown_is_blamed_on_request_in_words_of_its_own() {
        assertThat(judging("").findings(String.class)).isEmpty();
        assertThat(judging("docs.unknown=report").findings(StringBuilder.class))
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith("new StringBuilder(int ")
                        .endsWith("): has no documentation that can be found: no source has it as it was compiled; put"
                                + " the -sources.jar of the same version beside its jar, or name sources by"
                                + " aide.docs.sources"));
        assertThat(judging("docs.unknown=report;rule.docs.missing=enforce").enforced(StringBuilder.class, "<init>(I)V"))
                .extracting(StaticFinding::found)
                .containsExactly("unknown");
    }

    @Test
    void where_unknown_is_blamed_what_is_documented_or_missing_is_judged_as_before() {
        assertThat(judging("docs.unknown=report").findings(Image.class))
                .containsExactly("Image.rotate(int degrees): has no documentation, and others can call it");
    }

    @Test
    void an_override_whose_comment_inherits_has_words_of_its_own() {
        assertThat(missing("docs.exempt=none", Inheriting.class)).isEmpty();
    }

    @Test
    void a_constructor_that_no_source_has_is_nobodys() {
        assertThat(missing("docs.exempt=none;docs.visibility=private", Inheriting.class))
                .isEmpty();
        assertThat(missing("docs.exempt=none;docs.visibility=private;docs.unknown=report", Inheriting.class))
                .isEmpty();
    }

    private static List<String> missing(String settings, Class<?> type) {
        return judging(settings).methods(type);
    }

    private static Judging judging(String settings) {
        return Judging.by("rule.arity=off;rule.convention=off;rule.docs.stale=off;" + settings);
    }

    @SuppressWarnings("unused")
    public static class Image {
        /** Makes it so large. */
        public void resize(int width, int height) {}

        public void rotate(int degrees) {}
    }

    @SuppressWarnings("unused")
    public static class Doors {
        public void byAll() {}

        protected void byHeirs() {}

        void byNeighbours() {}

        private void byNobody() {}

        protected static class ForHeirs {
            public void byAll() {}
        }

        @SuppressWarnings("EffectivelyPrivate")
        private static class Inside {
            public void byAll() {}
        }
    }

    public interface Working {
        void work();
    }

    @SuppressWarnings("unused")
    public abstract static class Parent<T> {
        /** Says what it does. */
        public void documented() {}

        public void undocumented() {}

        /** Takes what there is. */
        public abstract void put(T thing);

        /** Is another method, since it takes one thing more. */
        public void take(T thing, int times) {}
    }

    public abstract static class Between<T> extends Parent<T> {
        @Override
        public void documented() {}
    }

    @SuppressWarnings("unused")
    public static class Heir extends Between<String> {
        /** Makes one. */
        public Heir() {}

        @Override
        public void documented() {}

        @Override
        public void undocumented() {}

        @Override
        public void put(String thing) {}

        public void take(String thing) {}
    }

    public static class Running implements Runnable {
        /** Makes one. */
        public Running() {}

        @Override
        public void run() {}
    }

    public static class Exempt implements Working {
        private int width;

        public Exempt() {}

        @Override
        public void work() {}

        public int getWidth() {
            return width;
        }

        public void setWidth(int width) {
            this.width = width;
        }
    }

    public static class Inheriting implements Runnable {
        /** {@inheritDoc} */
        @Override
        public void run() {}
    }
}
