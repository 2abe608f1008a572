package dev.aide.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.Doc;
import dev.aide.agent.classfile.ClassFile;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocAnnotationTest {

    @ParameterizedTest
    @CsvSource({
        "dev.aide.Doc, value",
        "io.swagger.v3.oas.annotations.Operation, summary",
        "io.swagger.v3.oas.annotations.Operation, description",
        "io.swagger.annotations.ApiOperation, value",
        "io.swagger.annotations.ApiOperation, notes",
        "org.eclipse.microprofile.openapi.annotations.Operation, summary",
        "org.eclipse.microprofile.openapi.annotations.Operation, description",
    })
    void an_annotation_with_words_documents(String annotation, String member) {
        assertThat(isDocumented(annotation, member, "Places an order.")).isTrue();
        assertThat(isDocumented(annotation, member, " ")).isFalse();
        assertThat(isDocumented(annotation, "operationId", "place")).isFalse();
    }

    @Test
    void other_annotations_do_not() {
        assertThat(isDocumented("com.acme.Doc", "value", "Words.")).isFalse();
    }

    @Test
    void doc_stands_in_class_files_and_costs_nothing_at_run_time() {
        assertThat(Doc.class.getAnnotation(Retention.class).value()).isEqualTo(RetentionPolicy.CLASS);
    }

    private static boolean isDocumented(String annotation, String member, String text) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT, "C", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "m", "()V", null, null);
        AnnotationVisitor visitor = method.visitAnnotation("L" + annotation.replace('.', '/') + ";", false);
        visitor.visit("hidden", true);
        visitor.visit(member, text);
        visitor.visitEnd();
        ClassFacts facts = new ClassFacts(ClassFile.read(writer.toByteArray()));
        assertThat(facts.isAnnotated("m", "(I)V")).isFalse();
        return facts.isAnnotated("m", "()V");
    }
}
