package dev.aide.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comments of whole libraries are read as the JDK's own documentation tool reads them. */
class DocCommentAgainstCompilerTest {
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final JavaFileManager files = compiler.getStandardFileManager(null, null, null);
    private final List<String> differences = new ArrayList<>();
    private int comments;

    @ParameterizedTest
    @CsvSource({
        "guava-sources.jar, 4000",
        "spring-core-sources.jar, 2500",
        "hibernate-core-sources.jar, 4000",
        "helidon-webserver-sources.jar, 400"
    })
    void tags_are_the_same(String jar, int leastComments) throws Exception {
        for (Map.Entry<String, String> source : SourceJars.sources(jar).entrySet()) {
            compare(source.getKey(), source.getValue());
        }

        assertThat(differences).isEmpty();
        assertThat(comments).isGreaterThan(leastComments);
    }

    private void compare(String file, String text) throws Exception {
        JavacTask task = (JavacTask)
                compiler.getTask(null, files, diagnostic -> {}, List.of("-proc:none"), null, List.of(new Source(text)));
        CompilationUnitTree unit = task.parse().iterator().next();
        DocTrees docs = DocTrees.instance(task);
        for (Tree type : unit.getTypeDecls()) {
            compare(file, docs, new TreePath(new TreePath(unit), type));
        }
    }

    private void compare(String file, DocTrees docs, TreePath path) {
        if (!(path.getLeaf() instanceof ClassTree type)) {
            return;
        }
        for (Tree member : type.getMembers()) {
            TreePath memberPath = new TreePath(path, member);
            DocCommentTree comment = member instanceof MethodTree ? docs.getDocCommentTree(memberPath) : null;
            if (comment != null) {
                comments++;
                String expected = describe(comment);
                String found = describe(DocComment.read(docs.getDocComment(memberPath), List.of()));
                if (!found.equals(expected)) {
                    differences.add(file + " " + ((MethodTree) member).getName() + "\n  JDK  " + expected + "\n  ours "
                            + found);
                }
            }
            compare(file, docs, memberPath);
        }
    }

    private static String describe(DocCommentTree comment) {
        DocTags.Builder tags = new DocTags.Builder();
        tags.inherits = comment.toString().contains("{@inheritDoc");
        for (DocTree tag : comment.getFullBody()) {
            tags.hasReturn |= tag.getKind() == DocTree.Kind.RETURN;
        }
        for (DocTree tag : comment.getBlockTags()) {
            if (tag instanceof ParamTree param) {
                (param.isTypeParameter() ? tags.typeParameters : tags.parameters)
                        .add(param.getName().toString());
            } else if (tag instanceof ThrowsTree thrown) {
                tags.thrown.add(thrown.getExceptionName().toString());
            } else if (tag.getKind() == DocTree.Kind.RETURN) {
                tags.hasReturn = true;
            }
        }
        return describe(tags.build());
    }

    private static String describe(DocTags tags) {
        return "inherits " + tags.inherits + " return " + tags.hasReturn + " params " + tags.parameters
                + tags.typeParameters + " throws " + tags.thrown;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
