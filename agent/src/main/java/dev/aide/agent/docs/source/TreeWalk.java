package dev.aide.agent.docs.source;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler.CompilationTask;

/** Turns the compiler's tree of one file into a {@link SourceFile}. */
final class TreeWalk {
    private final TreeApi api;
    private final Object unit;
    private final Object docs;
    private final Method docComment;
    private final Constructor<?> pathFrom;
    private final String packageName;
    private final List<SourceType> types = new ArrayList<>();

    TreeWalk(TreeApi api, CompilationTask task, Object unit) throws ReflectiveOperationException {
        this.api = api;
        this.unit = unit;
        Class<?> path = api.type("util.TreePath");
        Class<?> trees = api.type("util.Trees");
        this.docs = trees.getMethod("instance", CompilationTask.class).invoke(null, task);
        this.docComment = trees.getMethod("getDocComment", path);
        this.pathFrom = path.getConstructor(path, api.type("tree.Tree"));
        Object name = api.get("tree.CompilationUnitTree.getPackageName", unit);
        this.packageName = name == null ? "" : name.toString();
    }

    SourceFile file() throws ReflectiveOperationException {
        Object root = api.type("util.TreePath")
                .getConstructor(api.type("tree.CompilationUnitTree"))
                .newInstance(unit);
        for (Object tree : api.list("tree.CompilationUnitTree.getTypeDecls", unit)) {
            if (isType(tree)) {
                type(tree, null, new TypeScope(null), root);
            }
        }
        return new SourceFile(imports(), types);
    }

    private List<String> imports() throws ReflectiveOperationException {
        List<String> imports = new ArrayList<>();
        for (Object tree : api.list("tree.CompilationUnitTree.getImports", unit)) {
            String name = api.text("tree.ImportTree.getQualifiedIdentifier", tree);
            boolean isModule = tree.toString().startsWith("import module ");
            if (!isModule && !name.endsWith("*") && !(Boolean) api.get("tree.ImportTree.isStatic", tree)) {
                imports.add(name);
            }
        }
        return imports;
    }

    private boolean isType(Object tree) throws ReflectiveOperationException {
        return api.type("tree.ClassTree").isInstance(tree);
    }

    private void type(Object tree, String outer, TypeScope outerScope, Object outerPath)
            throws ReflectiveOperationException {
        String name = SourceType.binaryName(packageName, outer, api.text("tree.ClassTree.getSimpleName", tree));
        TypeScope scope = new TypeScope(outerScope);
        typeParameters(api.list("tree.ClassTree.getTypeParameters", tree), scope);
        List<SourceMethod> methods = new ArrayList<>();
        Object path = pathFrom.newInstance(outerPath, tree);
        for (Object member : api.list("tree.ClassTree.getMembers", tree)) {
            if (isType(member)) {
                type(member, name, scope, path);
            } else if (api.kind(member).equals("METHOD")) {
                methods.add(method(member, scope, path));
            }
        }
        types.add(new SourceType(name, methods));
    }

    private SourceMethod method(Object tree, TypeScope ownerScope, Object ownerPath)
            throws ReflectiveOperationException {
        TypeScope scope = new TypeScope(ownerScope);
        List<String> typeParameters = typeParameters(api.list("tree.MethodTree.getTypeParameters", tree), scope);
        String comment = (String) docComment.invoke(docs, pathFrom.newInstance(ownerPath, tree));
        SourceMethod.Builder method =
                new SourceMethod.Builder(api.text("tree.MethodTree.getName", tree), comment, typeParameters);
        for (Object parameter : api.list("tree.MethodTree.getParameters", tree)) {
            String type = typeName(api.get("tree.VariableTree.getType", parameter));
            method.addParameter(scope.erase(type), api.text("tree.VariableTree.getName", parameter));
        }
        return method.build();
    }

    private List<String> typeParameters(Iterable<?> trees, TypeScope scope) throws ReflectiveOperationException {
        List<String> names = new ArrayList<>();
        for (Object tree : trees) {
            String name = api.text("tree.TypeParameterTree.getName", tree);
            names.add(name);
            List<?> bounds = (List<?>) api.get("tree.TypeParameterTree.getBounds", tree);
            scope.declare(name, bounds.isEmpty() ? "Object" : typeName(bounds.get(0)));
        }
        return names;
    }

    /** Returns a type without its annotations and type arguments: {@code Map.Entry[]}. */
    private String typeName(Object tree) throws ReflectiveOperationException {
        switch (api.kind(tree)) {
            case "ARRAY_TYPE":
                return typeName(api.get("tree.ArrayTypeTree.getType", tree)) + TypeScope.DIMENSION;
            case "PARAMETERIZED_TYPE":
                return typeName(api.get("tree.ParameterizedTypeTree.getType", tree));
            case "ANNOTATED_TYPE":
                return typeName(api.get("tree.AnnotatedTypeTree.getUnderlyingType", tree));
            case "MEMBER_SELECT":
                return typeName(api.get("tree.MemberSelectTree.getExpression", tree))
                        + '.'
                        + api.text("tree.MemberSelectTree.getIdentifier", tree);
            case "PRIMITIVE_TYPE":
                return api.text("tree.PrimitiveTypeTree.getPrimitiveTypeKind", tree)
                        .toLowerCase(Locale.ROOT);
            default:
                return tree.toString();
        }
    }
}
