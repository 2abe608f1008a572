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
                .containsExactly("run");
        assertThat(missing("docs.exempt=none", Exempt.class)).containsExactly("<init>", "run", "getWidth", "setWidth");
    }

    @Test
    void an_override_whose_comment_inherits_has_words_of_its_own() {
        assertThat(missing("docs.exempt=none", Inheriting.class)).isEmpty();
    }

    @Test
    void a_constructor_that_no_source_has_is_nobodys() {
        assertThat(missing("docs.exempt=none;docs.visibility=private", Inheriting.class))
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

    public static class Exempt implements Runnable {
        private int width;

        public Exempt() {}

        @Override
        public void run() {}

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
