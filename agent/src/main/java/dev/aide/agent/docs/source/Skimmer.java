package dev.aide.agent.docs.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the types and methods of a source file, with their documentation comments, and skips all else by its brackets.
 * It knows declarations from Java 1.0 to 25 and has no opinion on statements and expressions.
 */
final class Skimmer {
    private static final Set<String> MODIFIERS = new HashSet<>(Arrays.asList(
            "public",
            "protected",
            "private",
            "static",
            "abstract",
            "final",
            "native",
            "synchronized",
            "transient",
            "volatile",
            "strictfp",
            "default",
            "sealed"));
    private static final int MOST_NESTED = 100;

    private final Tokens tokens;
    private final TypeSyntax syntax;
    private final List<String> imports = new ArrayList<>();
    private final List<SourceType> types = new ArrayList<>();
    private String packageName = "";
    private int depth;

    private Skimmer(Tokens tokens) {
        this.tokens = tokens;
        this.syntax = new TypeSyntax(tokens);
    }

    static SourceFile skim(String text) throws UnreadableSource {
        return new Skimmer(Lexer.tokens(text)).file();
    }

    private SourceFile file() throws UnreadableSource {
        while (!tokens.isAtEnd()) {
            if (tokens.is("import")) {
                importedName();
            } else {
                topLevel();
            }
        }
        return new SourceFile(imports, types);
    }

    private void importedName() throws UnreadableSource {
        tokens.advance();
        boolean isOfType = !tokens.is("static") && !(tokens.is("module") && tokens.isWord(1));
        StringBuilder name = new StringBuilder();
        while (!tokens.is(';')) {
            isOfType &= !tokens.is('*');
            if (tokens.isWord()) {
                name.append(name.length() == 0 ? "" : ".").append(tokens.word());
            } else {
                tokens.advance();
            }
        }
        tokens.advance();
        if (isOfType) {
            imports.add(name.toString());
        }
    }

    private void topLevel() throws UnreadableSource {
        skipModifiers();
        if (tokens.is("package")) {
            tokens.advance();
            packageName = syntax.qualifiedName();
            tokens.expect(';');
        } else if (isType()) {
            type(null, new TypeScope(null));
        } else if (tokens.is('{')) {
            tokens.skipBrackets();
        } else {
            // a stray semicolon, or a member of a compact source file, which nobody else can call
            tokens.advance();
        }
    }

    private boolean isType() {
        return tokens.is("class")
                || tokens.is("interface")
                || tokens.is("enum")
                || tokens.isAnnotationType()
                || (tokens.is("record") && tokens.isWord(1) && (tokens.is(2, '(') || tokens.is(2, '<')));
    }

    private void type(String outer, TypeScope outerScope) throws UnreadableSource {
        if (++depth > MOST_NESTED) {
            throw tokens.problem("types are nested more than " + MOST_NESTED + " deep");
        }
        boolean isEnum = tokens.is("enum");
        if (tokens.isAnnotationType()) {
            tokens.advance();
        }
        tokens.advance();
        String name = SourceType.binaryName(packageName, outer, tokens.word());
        TypeScope scope = new TypeScope(outerScope);
        if (tokens.is('<')) {
            syntax.typeParameters(scope);
        }
        SourceMethod.Builder components = new SourceMethod.Builder(name, null, new ArrayList<String>());
        if (tokens.is('(')) {
            parameters(components, scope);
        }
        while (!tokens.is('{')) {
            tokens.skip();
        }
        tokens.advance();
        if (isEnum) {
            skipConstants();
        }
        SourceMethod record = components.build();
        List<SourceMethod> methods = new ArrayList<>();
        while (!tokens.is('}')) {
            member(name, scope, record, methods);
        }
        tokens.advance();
        types.add(new SourceType(name, methods));
        depth--;
    }

    /** Skips the constants of an enum with their bodies, which are anonymous classes. */
    private void skipConstants() throws UnreadableSource {
        while (!tokens.is(';') && !tokens.is('}')) {
            tokens.skip();
        }
    }

    private void member(String owner, TypeScope ownerScope, SourceMethod components, List<SourceMethod> methods)
            throws UnreadableSource {
        String comment = tokens.comment();
        skipModifiers();
        if (isType()) {
            type(owner, ownerScope);
            return;
        }
        if (tokens.is(';') || tokens.is('{')) {
            tokens.skip();
            return;
        }
        TypeScope scope = new TypeScope(ownerScope);
        List<String> typeParameters = new ArrayList<>();
        if (tokens.is('<')) {
            typeParameters = syntax.typeParameters(scope);
            syntax.skipAnnotations();
        }
        boolean isConstructor = tokens.isWord() && (tokens.is(1, '(') || tokens.is(1, '{'));
        if (!isConstructor) {
            syntax.typeName();
        }
        String name = tokens.word();
        if (isConstructor || tokens.is('(')) {
            SourceMethod.Builder method =
                    new SourceMethod.Builder(isConstructor ? SourceMethod.CONSTRUCTOR : name, comment, typeParameters);
            if (tokens.is('(')) {
                parameters(method, scope);
            } else {
                method.addParametersOf(components);
            }
            skipRestOfMethod();
            methods.add(method.build());
        } else {
            skipToSemicolon();
        }
    }

    private void parameters(SourceMethod.Builder method, TypeScope scope) throws UnreadableSource {
        tokens.expect('(');
        while (!tokens.is(')')) {
            skipModifiers();
            String type = syntax.typeName();
            if (tokens.is('.')) {
                tokens.expect('.');
                tokens.expect('.');
                tokens.expect('.');
                type += TypeScope.DIMENSION;
            }
            String name = syntax.qualifiedName();
            type += syntax.dimensions();
            // a receiver is no parameter (JLS 8.4)
            if (!name.equals("this") && !name.endsWith(".this")) {
                method.addParameter(scope.erase(type), name);
            }
            if (!tokens.is(')')) {
                tokens.expect(',');
            }
        }
        tokens.advance();
    }

    private void skipRestOfMethod() throws UnreadableSource {
        while (!tokens.is('{') && !tokens.is(';')) {
            if (tokens.is("default")) {
                skipToSemicolon();
                return;
            }
            tokens.skip();
        }
        tokens.skip();
    }

    private void skipModifiers() throws UnreadableSource {
        while (true) {
            syntax.skipAnnotations();
            if (tokens.is("non") && tokens.is(1, '-') && tokens.is(2, "sealed")) {
                tokens.advance();
                tokens.advance();
            } else if (!tokens.isOneOf(MODIFIERS)) {
                return;
            }
            tokens.advance();
        }
    }

    private void skipToSemicolon() throws UnreadableSource {
        while (!tokens.is(';')) {
            tokens.skip();
        }
        tokens.advance();
    }
}
