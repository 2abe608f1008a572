package dev.aide.agent.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwappedArgumentsTest {

    @Test
    void says_where_the_call_is_and_what_is_swapped() {
        Swap swap = swaps("""
                void draw(int width, int height) {
                    System.out.println(width);

                    image.resize(height, width);
                }
                """).get(0);

        assertThat(swap.sentence()).isEqualTo("Image.resize(width, height) is given height as width, width as height");
        assertThat(swap.method()).isEqualTo("draw(II)V");
        assertThat(swap.index()).isEqualTo(1);
        assertThat(swap.line()).isEqualTo(24);
        assertThat(swap.owner()).isEqualTo("Image");
        assertThat(swap.name()).isEqualTo("resize");
        assertThat(swap.descriptor()).isEqualTo("(II)V");
        assertThat(swap.parameters()).containsExactly("width", "height");
        assertThat(swap.arguments()).containsExactly("height", "width");
        assertThat(swap.order()).containsExactly(1, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void draw(int width, int height) { image.resize(height, width); }",
                "void draw(int newWidth, int newHeight) { image.resize(newHeight, newWidth); }",
                "void draw(int imageWidth, int height) { image.resize(height, imageWidth); }",
                "void draw(Image one) { image.resize(one.height, one.width); }",
                "int width; int height; void draw() { image.resize(height, width); }",
                "static int WIDTH = one(); static int HEIGHT = one(); void draw() { image.resize(HEIGHT, WIDTH); }",
                "int getWidth() { return 1; } int height; void draw() { image.resize(height, getWidth()); }",
                "int width() { return 1; } int height() { return 2; } void draw() { image.resize(height(), width()); }",
                "void draw(double width, long height) { image.resize((int) height, (int) width); }",
                "void draw(Object width, Object height) { image.resize((Integer) height, (int) width); }",
                "void draw(Integer width, Number height) { image.resize(height.intValue(), width); }",
                "void draw(Integer width, int height) { image.resize(height, java.util.Objects.requireNonNull(width)); }",
                "void draw(int width, int height) { Runnable r = () -> image.resize(height, width); }",
                "void draw(int width, int height) { new Object() { void go() { image.resize(height, width); } }.go(); }",
                "void resize(int width, int height) { image.resize(height, width); }",
                "void draw(int minWidth, int maxWidth) { image.range(0, 1); image.limit(maxWidth, minWidth); }",
                "void draw(byte width, short height) { image.resize(height, width); }",
                "void draw(int width, int height) { for (int i = 0; i < 9; i++) { image.resize(height, width); } }",
                "void draw(int width, int height) { try { one(); } finally { image.resize(height, width); } }",
                "int draw(int width, int height) { switch (width) { case 1: return 2; default: } "
                        + "while (true) { image.resize(height, width); } }",
            })
    void follows_names_to_the_call(String members) {
        assertThat(swaps(members)).extracting(Swap::order).contains(new int[] {1, 0});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // in order
                "void draw(int width, int height) { image.resize(width, height); }",
                "void draw(int w, int height) { image.resize(w, height); }",
                // no better order
                "void draw(int height, int length) { image.resize(height, length); }",
                "void draw(int size) { image.resize(size, size); }",
                // expressions, elements and constants have no names
                "void draw(int width, int height) { image.resize(height + 1, width - 1); }",
                "void draw(int width, int height) { image.resize(-height, -width); }",
                "void draw(int[] width, int[] height) { image.resize(height[0], width[0]); }",
                "void draw(int width) { image.resize(1, width); }",
                "void draw(java.util.List<?> width, String height) { image.resize(height.length(), width.size()); }",
                // which of two values it is depends
                "void draw(boolean b, int width, int height) { image.resize(b ? height : 1, b ? width : 2); }",
                // names that say nothing
                "void draw(int left, int right) { image.range(right, left); }",
                "void draw(int x1, int y1) { image.point(y1, x1); }",
                "void draw(int value, int key) { image.put(value, key); }",
                "void draw(String setA, String setB) { image.join(setB, setA); }",
                // types that keep them where they are
                "void draw(String width, int height) { image.typed(height, width); }",
                "void draw(Integer height, String width) { image.any(height, width); }",
                "void draw(long height, int width) { image.wide(width, height); }",
                // the arguments of a varargs have no names of their own
                "void draw(int format, int more) { image.print(more, format); }",
                // meant
                "void turnedBack(int width, int height) { image.swapSides(height, width); }",
                "void rotate(int width, int height) { image.resize(height, width); }",
                "boolean draw(int source, int target) { return image.isSame(target, source); }",
                "int compareSizes(int width, int height) { image.resize(height, width); return 1; }",
                "void draw(int width, int height) { image.resize(height, width); image.resize(width, height); }",
                "void draw(Image one, int width) { image.resize(one.height, width); }",
                "void draw(Image one, Image two) { image.resize(one.height, two.width); }",
                "void draw(int width, int height, boolean reversed) { image.resize(height, width, reversed); }",
                "void resize(int width, int height) { if (width > 0) { resize(height, width); } }",
                // written by a program
                "@Generated void draw(int width, int height) { image.resize(height, width); }",
                "@Generated class Drawing { void draw(int width, int height) { image.resize(height, width); } }",
            })
    void leaves_alone(String members) {
        assertThat(swaps(members)).isEmpty();
    }

    @Test
    void moves_only_what_is_out_of_place() {
        assertThat(swaps("""
                void draw(String title, int left, int topMargin, int width, int height) {
                    image.frame(title, left, height, topMargin, width);
                }
                """)).extracting(Swap::sentence).containsExactly("""
                        Image.frame(title, left, topMargin, width, height) is given height as topMargin, \
                        topMargin as width, width as height""");
    }

    @Test
    void keeps_names_beside_a_choice() {
        assertThat(swaps("""
                void draw(boolean b, long width, long height) { image.wide(height, width, b ? 1 : 2); }
                """))
                .extracting(Swap::sentence)
                .containsExactly("Image.wide(width, height, depth) is given height as width, width as height");
    }

    @Test
    void a_narrow_number_may_move_to_a_wide_place() {
        assertThat(swaps("void draw(int width, int height) { image.wide(height, width); }"))
                .extracting(Swap::sentence)
                .containsExactly("Image.wide(width, height) is given height as width, width as height");
    }

    @Test
    void values_of_one_type_may_change_places_where_any_object_goes() {
        assertThat(swaps("void draw(String width, String height) { image.any(height, width); }"))
                .hasSize(1);
    }

    @Test
    void knows_constructors() {
        assertThat(swaps("""
                Object draw(String author, String title) { return new Book(title, author); }
                class Book { Book(String author, String title) {} }
                """))
                .extracting(Swap::sentence)
                .containsExactly("new Program.Book(…, author, title) is given title as author, author as title");
    }

    @Test
    void knows_inherited_methods() {
        assertThat(swaps("void draw(Photo photo, int width, int height) { photo.resize(height, width); }"))
                .extracting(Swap::sentence)
                .containsExactly("Photo.resize(width, height) is given height as width, width as height");
    }

    @Test
    void parameters_of_interface_methods_have_names_only_by_compiler_option() {
        String members = "void draw(Sized sized, int width, int height) { sized.size(height, width); }";

        assertThat(swaps(members)).isEmpty();
        assertThat(swaps(members, "-g", "-parameters"))
                .extracting(Swap::sentence)
                .containsExactly("Sized.size(width, height) is given height as width, width as height");
    }

    @Test
    void without_local_variables_fields_and_accessors_still_have_names() {
        String members = """
                int width;
                int getHeight() { return 1; }
                void fields() { image.resize(getHeight(), width); }
                void locals(int width, int height) { image.resize(height, width); }
                """;

        assertThat(swaps(members, "-g:none", "-parameters"))
                .extracting(Swap::method)
                .containsExactly("fields()V");
    }

    @Test
    void a_malformed_class_file_is_the_callers_to_catch() {
        assertThatThrownBy(() -> SwappedArguments.in(new byte[20], (owner, name, descriptor) -> null))
                .isInstanceOf(RuntimeException.class);
    }

    private static List<Swap> swaps(String members) {
        return swaps(members, "-g");
    }

    /** The members stand at line 21 of a class that the compiler also makes inner classes of. */
    private static List<Swap> swaps(String members, String... options) {
        Compiled compiled = Compiled.of("""
                class Image {
                    void resize(int width, int height) {}
                    int width, height;
                    void resize(int width, int height, boolean smooth) {}
                    void limit(int minWidth, int maxWidth) {}
                    void join(String setA, String setB) {}
                    void range(int left, int right) {}
                    void point(int x1, int y1) {}
                    void put(int key, int value) {}
                    void typed(int width, String height) {}
                    void any(Object width, Object height) {}
                    void wide(long width, long height) {}
                    void wide(long width, long height, int depth) {}
                    void print(int format, int... more) {}
                    void swapSides(int width, int height) {}
                    boolean isSame(int source, int target) { return false; }
                    void frame(String title, int left, int topMargin, int width, int height) {}
                }
                @interface Generated {} class Photo extends Image {} interface Sized { void size(int width, int height); }
                class Program { Image image; static int one() { return 1; }
                """ + members + "}", options);
        NamesInClassFiles names = new NamesInClassFiles(compiled, 100);
        return compiled.names().stream()
                .sorted()
                .flatMap(each -> SwappedArguments.in(compiled.bytes(each), names).stream())
                .toList();
    }
}
