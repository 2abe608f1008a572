package dev.aide.agent.naming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.classfile.ClassFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesInClassFilesTest {
    private static final String SOURCE = """
            interface Sized { void resize(int width, int height); }
            class Image { Image(int width, long height, String... tags) {} void scale(long width, double factor) {} }
            class Photo extends Image { Photo(int width) { super(width, 1L); } }
            class Outer { class Inner { Inner(String title) {} } static void none() {} }
            """;

    @Test
    void come_from_the_local_variables() {
        NamesInClassFiles names = new NamesInClassFiles(Compiled.of(SOURCE, "-g"), 10);

        assertThat(names.of("Image", "scale", "(JD)V")).containsExactly("width", "factor");
        assertThat(names.of("Image", "<init>", "(IJ[Ljava/lang/String;)V")).containsExactly("width", "height", "");
        assertThat(names.of("Outer$Inner", "<init>", "(LOuter;Ljava/lang/String;)V"))
                .containsExactly("", "title");
        assertThat(names.of("Sized", "resize", "(II)V")).isNull();
        assertThat(names.of("Outer", "none", "()V")).isNull();
    }

    @Test
    void come_from_the_compiler_option() {
        NamesInClassFiles names = new NamesInClassFiles(Compiled.of(SOURCE, "-g:none", "-parameters"), 10);

        assertThat(names.of("Image", "scale", "(JD)V")).containsExactly("width", "factor");
        assertThat(names.of("Sized", "resize", "(II)V")).containsExactly("width", "height");
        assertThat(names.of("Outer$Inner", "<init>", "(LOuter;Ljava/lang/String;)V"))
                .containsExactly("", "title");
    }

    @Test
    void are_inherited_but_for_constructors() {
        NamesInClassFiles names = new NamesInClassFiles(Compiled.of(SOURCE, "-g"), 10);

        assertThat(names.of("Photo", "scale", "(JD)V")).containsExactly("width", "factor");
        assertThat(names.of("Photo", "<init>", "(IJ[Ljava/lang/String;)V")).isNull();
    }

    @Test
    void are_not_known_without_a_readable_class_file() {
        assertThat(new NamesInClassFiles(name -> null, 10).of("Image", "scale", "(JD)V"))
                .isNull();
        assertThat(new NamesInClassFiles(name -> ClassFile.read(new byte[30]), 10).of("Image", "scale", "(JD)V"))
                .isNull();
    }

    @Test
    void are_read_again_only_when_too_many_others_were_since() {
        Compiled compiled = Compiled.of(SOURCE, "-g");
        List<String> read = new ArrayList<>();
        NamesInClassFiles names = new NamesInClassFiles(
                name -> {
                    read.add(name);
                    return compiled.find(name);
                },
                1);

        names.of("Image", "scale", "(JD)V");
        names.of("Image", "scale", "(JD)V");
        names.of("Outer", "none", "()V");
        names.of("Image", "scale", "(JD)V");

        assertThat(read).containsExactly("Image", "Outer", "Image");
    }
}
