package dev.aide.agent.docs.source;

import java.util.ArrayList;
import java.util.List;

/** Reads types as they are written in a source, without their annotations and type arguments. */
final class TypeSyntax {
    private final Tokens tokens;

    TypeSyntax(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Reads type parameters into a scope and returns their names. */
    List<String> typeParameters(TypeScope scope) throws UnreadableSource {
        List<String> names = new ArrayList<>();
        tokens.expect('<');
        while (!tokens.is('>')) {
            skipAnnotations();
            String name = tokens.word();
            names.add(name);
            if (tokens.is("extends")) {
                tokens.advance();
                scope.declare(name, typeName());
            } else {
                scope.declare(name, "Object");
            }
            while (!tokens.is(',') && !tokens.is('>')) {
                tokens.expect('&');
                typeName();
            }
            if (tokens.is(',')) {
                tokens.advance();
            }
        }
        tokens.advance();
        return names;
    }

    /** Reads a type without its annotations and type arguments: {@code Map.Entry[]}. */
    String typeName() throws UnreadableSource {
        skipAnnotations();
        StringBuilder name = new StringBuilder(tokens.word());
        skipTypeArguments();
        while (tokens.is('.') && !tokens.is(1, '.')) {
            tokens.advance();
            skipAnnotations();
            name.append('.').append(tokens.word());
            skipTypeArguments();
        }
        return name.append(dimensions()).toString();
    }

    String dimensions() throws UnreadableSource {
        StringBuilder dimensions = new StringBuilder();
        skipAnnotations();
        while (tokens.is('[')) {
            tokens.advance();
            tokens.expect(']');
            dimensions.append(TypeScope.DIMENSION);
            skipAnnotations();
        }
        return dimensions.toString();
    }

    private void skipTypeArguments() throws UnreadableSource {
        if (!tokens.is('<')) {
            return;
        }
        int open = 0;
        do {
            if (tokens.is('<')) {
                open++;
            } else if (tokens.is('>')) {
                open--;
            }
            tokens.skip();
        } while (open > 0);
    }

    String qualifiedName() throws UnreadableSource {
        StringBuilder name = new StringBuilder(tokens.word());
        while (tokens.is('.') && tokens.isWord(1)) {
            tokens.advance();
            name.append('.').append(tokens.word());
        }
        return name.toString();
    }

    void skipAnnotations() throws UnreadableSource {
        while (tokens.is('@') && !tokens.isAnnotationType()) {
            tokens.advance();
            qualifiedName();
            if (tokens.is('(')) {
                tokens.skipBrackets();
            }
        }
    }
}
