package dev.aide.agent.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassFinderTest {
    private static final String NAME = "dev/aide/agent/classfile/Fixtures";

    private final List<String> asked = new ArrayList<>();
    private final List<String> loaded = new ArrayList<>();

    private final ClassLoader loader = new ClassLoader(ClassFinderTest.class.getClassLoader()) {
        @Override
        public InputStream getResourceAsStream(String name) {
            asked.add(name);
            return super.getResourceAsStream(name);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolves) throws ClassNotFoundException {
            loaded.add(name);
            return super.loadClass(name, resolves);
        }
    };

    private final ClassLoader broken = new ClassLoader(null) {
        @Override
        public InputStream getResourceAsStream(String name) {
            asked.add(name);
            return new ByteArrayInputStream(new byte[] {1, 2, 3});
        }
    };

    private final ClassFinder finder = new ClassFinder(loader);

    @Test
    void a_class_file_is_read_once_and_its_class_is_not_loaded() {
        ClassFile found = finder.find(NAME);

        assertThat(found.name()).isEqualTo(NAME);
        assertThat(finder.find(NAME)).isSameAs(found);
        assertThat(asked).containsExactly(NAME + ".class");
        assertThat(loaded).isEmpty();
    }

    @Test
    void what_is_not_there_is_not_looked_for_again() {
        assertThat(finder.find("com/acme/Nowhere")).isNull();
        assertThat(finder.find("com/acme/Nowhere")).isNull();
        assertThat(asked).hasSize(1);
    }

    @Test
    void the_folder_or_jar_of_a_class_is_told() throws Exception {
        Class<?> ofJar = org.junit.jupiter.api.Test.class;

        assertThat(finder.locationOf(NAME))
                .isEqualTo(Fixtures.class.getProtectionDomain().getCodeSource().getLocation());
        assertThat(finder.locationOf(ofJar.getName().replace('.', '/')))
                .isEqualTo(ofJar.getProtectionDomain().getCodeSource().getLocation());
        assertThat(finder.locationOf("com/acme/Nowhere")).isNull();
        assertThat(loaded).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_not_there() {
        ClassFinder ofBroken = new ClassFinder(broken);

        assertThat(ofBroken.find(NAME)).isNull();
        assertThat(asked).hasSize(1);
    }
}
