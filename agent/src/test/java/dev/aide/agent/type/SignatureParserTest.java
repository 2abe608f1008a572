package dev.aide.agent.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureParserTest {

    @ParameterizedTest(name = "{0} is {1}, simply {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "I                                     | int                                  | int",
                "[[J                                   | long[][]                             | long[][]",
                "Ljava/lang/String;                    | java.lang.String                     | String",
                "TT;                                   | T                                    | T",
                "[TT;                                  | T[]                                  | T[]",
                "Ljava/util/List<Ljava/lang/String;>;  | java.util.List<java.lang.String>     | List<String>",
                "Ljava/util/List<*>;                   | java.util.List<?>                    | List<?>",
                "Ljava/util/List<+TT;>;                | java.util.List<? extends T>          | List<? extends T>",
                "Ljava/util/List<-[I>;                 | java.util.List<? super int[]>        | List<? super int[]>",
                "Ljava/util/Map$Entry<TK;*>;           | java.util.Map$Entry<K, ?>            | Map.Entry<K, ?>",
                "La/Outer<TT;>.Inner<TU;>;             | a.Outer$Inner<U>                     | Outer.Inner<U>",
                "La/Outer<TT;>.Inner;                  | a.Outer$Inner                        | Outer.Inner",
                "LUnnamed;                             | Unnamed                              | Unnamed",
            })
    void reads_a_type(String signature, String full, String simple) {
        JavaType type = new SignatureParser(signature).type();

        assertThat(type).hasToString(full);
        assertThat(type.simple()).isEqualTo(simple);
    }

    @Test
    void reads_a_methods_variables_parameters_and_result() {
        MethodSignature method = MethodSignature.parse("<A:Ljava/lang/Object;B:Ljava/lang/Number;:Ljava/lang/Runnable;"
                + "C::Ljava/util/List<TA;>;>(TA;J[TB;)TC;^Ljava/io/IOException;^TA;");

        assertThat(method.parameters()).extracting(Object::toString).containsExactly("A", "long", "B[]");
        assertThat(method.result()).hasToString("C");
        assertThat(method.typeParameters).extracting(variable -> variable.name).containsExactly("A", "B", "C");
        assertThat(method.typeParameters.get(1).bounds)
                .extracting(Object::toString)
                .containsExactly("java.lang.Number", "java.lang.Runnable");
        assertThat(method.typeParameters.get(2).bounds)
                .extracting(Object::toString)
                .containsExactly("java.util.List<A>");
    }

    @Test
    void reads_the_variables_of_a_class() {
        assertThat(new SignatureParser("<K:Ljava/lang/Object;V:Ljava/lang/Object;>Ljava/util/AbstractMap<TK;TV;>;")
                        .typeParameters())
                .extracting(variable -> variable.name)
                .containsExactly("K", "V");
        assertThat(new SignatureParser("Ljava/util/ArrayList<Ljava/lang/String;>;").typeParameters())
                .isEmpty();
        assertThat(new SignatureParser("").typeParameters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "(",
                "()",
                "I",
                "(I",
                "()X",
                "()VV",
                "()V^",
                "()V^I)",
                "(Ljava/lang/String)V",
                "(TT)V",
                "(T;)V",
                "([)V",
                "(Ljava/util/List<>)V",
                "(Ljava/util/List<TT;)V",
                "<>",
                "<T>()V",
                "<T:()V",
                "<:Ljava/lang/Object;>()V"
            })
    void what_is_no_signature_is_malformed(String text) {
        assertThatThrownBy(() -> MethodSignature.parse(text))
                .isInstanceOf(MalformedSignature.class)
                .hasMessageStartingWith("signature is malformed at character ")
                .hasMessageEndingWith(": " + text);
    }

    @Test
    void reads_what_reflection_reads_of_the_jdk() throws Exception {
        int methods = 0;
        for (Class<?> type : jdkClasses()) {
            Map<String, String> signatures = signatures(type);
            List<Executable> executables = new ArrayList<>(List.of(type.getDeclaredMethods()));
            executables.addAll(List.of(type.getDeclaredConstructors()));
            for (Executable executable : executables) {
                String signature = signatures.get(id(executable));
                if (signature != null) {
                    assertThat(ours(signature)).as(executable.toString()).isEqualTo(reflected(executable));
                    methods++;
                }
            }
        }
        assertThat(methods).isGreaterThan(4_000);
    }

    @Test
    void mutated_signatures_are_read_or_malformed_and_nothing_else() throws Exception {
        List<String> originals = new ArrayList<>();
        for (Class<?> type : List.of(Map.class, Stream.class, java.util.Collections.class, java.util.HashMap.class)) {
            originals.addAll(signatures(type).values());
        }
        Random random = new Random(42);
        int malformed = 0;
        for (int i = 0; i < 20_000; i++) {
            String mutant = mutated(originals.get(random.nextInt(originals.size())), random);
            try {
                MethodSignature read = MethodSignature.parse(mutant);
                assertThat(read.result()).isNotNull();
                new SignatureParser(mutant).typeParameters();
            } catch (MalformedSignature e) {
                malformed++;
            } catch (RuntimeException e) {
                fail("seed 42, run " + i + ": " + mutant, e);
            }
        }
        assertThat(malformed).isBetween(1_000, 19_999);
    }

    private static String mutated(String original, Random random) {
        StringBuilder text = new StringBuilder(original);
        for (int changes = 1 + random.nextInt(3); changes > 0 && text.length() > 0; changes--) {
            int at = random.nextInt(text.length());
            char c = "<>();:.*+-[LTIVX/^".charAt(random.nextInt(18));
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, c);
                case 2 -> text.setCharAt(at, c);
                default -> text.setLength(at);
            }
        }
        return text.toString();
    }

    private static List<Class<?>> jdkClasses() throws IOException {
        Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", "java.base");
        List<Class<?>> classes = new ArrayList<>();
        for (String folder : List.of("java/util", "java/time")) {
            try (Stream<Path> files = Files.walk(base.resolve(folder))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".class")).toList()) {
                    String name = base.relativize(file).toString().replace('/', '.');
                    classes.add(load(name.substring(0, name.length() - ".class".length())));
                }
            }
        }
        assertThat(classes).hasSizeGreaterThan(500);
        return classes;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, null);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> signatures(Class<?> type) throws IOException {
        Map<String, String> signatures = new HashMap<>();
        new ClassReader(type.getModule().getResourceAsStream(type.getName().replace('.', '/') + ".class"))
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] thrown) {
                                if (signature != null) {
                                    signatures.put(name + descriptor, signature);
                                }
                                return null;
                            }
                        },
                        ClassReader.SKIP_CODE);
        return signatures;
    }

    private static String id(Executable executable) {
        StringBuilder id =
                new StringBuilder(executable instanceof Method ? executable.getName() : "<init>").append('(');
        for (Class<?> parameter : executable.getParameterTypes()) {
            id.append(parameter.descriptorString());
        }
        Class<?> result = executable instanceof Method method ? method.getReturnType() : void.class;
        return id.append(')').append(result.descriptorString()).toString();
    }

    private static String ours(String signature) {
        MethodSignature read = MethodSignature.parse(signature);
        StringBuilder text = new StringBuilder();
        for (TypeParameter variable : read.typeParameters) {
            text.append(variable.name).append(variable.bounds).append(' ');
        }
        return text.append(read.parameters()).append(read.result()).toString();
    }

    private static String reflected(Executable executable) {
        StringBuilder text = new StringBuilder();
        for (TypeVariable<?> variable : executable.getTypeParameters()) {
            text.append(variable.getName())
                    .append(reflected(variable.getBounds()))
                    .append(' ');
        }
        Type result = executable instanceof Method method ? method.getGenericReturnType() : void.class;
        return text.append(reflected(executable.getGenericParameterTypes()))
                .append(reflected(result))
                .toString();
    }

    private static List<String> reflected(Type[] types) {
        return Stream.of(types).map(SignatureParserTest::reflected).toList();
    }

    /** Words reflection's types as ours are worded, which leave out what an enclosing type is given. */
    private static String reflected(Type type) {
        if (type instanceof Class<?> raw) {
            return raw.isArray() ? reflected(raw.getComponentType()) + "[]" : raw.getName();
        }
        if (type instanceof GenericArrayType array) {
            return reflected(array.getGenericComponentType()) + "[]";
        }
        if (type instanceof ParameterizedType parameterized) {
            String raw = ((Class<?>) parameterized.getRawType()).getName();
            Type[] arguments = parameterized.getActualTypeArguments();
            return arguments.length == 0 ? raw : raw + "<" + String.join(", ", reflected(arguments)) + ">";
        }
        if (type instanceof WildcardType wildcard) {
            if (wildcard.getLowerBounds().length > 0) {
                return "? super " + reflected(wildcard.getLowerBounds()[0]);
            }
            Type upper = wildcard.getUpperBounds()[0];
            return upper == Object.class ? "?" : "? extends " + reflected(upper);
        }
        return ((TypeVariable<?>) type).getName();
    }
}
