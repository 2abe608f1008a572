package dev.aide.agent.type;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Recursive descent over the grammar of JVMS 4.7.9.1; one instance reads one text once. */
final class SignatureParser {
    /** An array has 255 dimensions at most (JVMS 4.4.1); nobody nests generic classes deeper either. */
    private static final int MOST_DEPTH = 256;

    private final String text;
    private int at;
    private int depth;

    SignatureParser(String text) {
        this.text = text;
    }

    MethodSignature method() {
        List<TypeParameter> typeParameters = typeParameters();
        expect('(');
        List<JavaType> parameters = new ArrayList<>();
        while (peek() != ')') {
            parameters.add(type());
        }
        at++;
        JavaType result = type();
        while (at < text.length()) {
            expect('^');
            type();
        }
        return new MethodSignature(typeParameters, parameters, result);
    }

    /** Reads a class signature as far as its own type parameters. */
    List<TypeParameter> typeParameters() {
        if (text.isEmpty() || text.charAt(0) != '<') {
            return new ArrayList<>();
        }
        at = 1;
        List<TypeParameter> parameters = new ArrayList<>();
        while (peek() != '>') {
            parameters.add(typeParameter());
        }
        at++;
        return parameters;
    }

    JavaType type() {
        if (++depth > MOST_DEPTH) {
            throw malformed();
        }
        JavaType type = nestedType();
        depth--;
        return type;
    }

    private JavaType nestedType() {
        char kind = next();
        switch (kind) {
            case JavaType.NON_NULL:
                return type().withNonNull(true);
            case 'L':
                return classType();
            case 'T':
                String variable = text.substring(at, until(';'));
                at++;
                return new VariableType(variable);
            case '[':
                return new ArrayType(type());
            default:
                return new PrimitiveType(primitive(kind));
        }
    }

    private TypeParameter typeParameter() {
        String name = text.substring(at, until(':'));
        List<JavaType> bounds = new ArrayList<>();
        while (peek() == ':') {
            at++;
            // an empty class bound stands for Object
            if (peek() == 'L' || peek() == 'T' || peek() == '[') {
                bounds.add(type());
            }
        }
        return new TypeParameter(name, bounds);
    }

    private JavaType classType() {
        StringBuilder name = new StringBuilder();
        List<TypeArgument> arguments = Collections.emptyList();
        while (true) {
            char c = next();
            switch (c) {
                case ';':
                    return new ClassType(name.toString(), arguments, null);
                case '<':
                    arguments = arguments();
                    break;
                case '.':
                    name.append('$');
                    arguments = Collections.emptyList();
                    break;
                case '/':
                    name.append('.');
                    break;
                default:
                    name.append(c);
            }
        }
    }

    private List<TypeArgument> arguments() {
        List<TypeArgument> arguments = new ArrayList<>();
        while (peek() != '>') {
            switch (peek()) {
                case '*':
                    at++;
                    arguments.add(TypeArgument.ANY);
                    break;
                case '+':
                    at++;
                    arguments.add(new TypeArgument(TypeArgument.Kind.EXTENDS, type()));
                    break;
                case '-':
                    at++;
                    arguments.add(new TypeArgument(TypeArgument.Kind.SUPER, type()));
                    break;
                default:
                    arguments.add(new TypeArgument(TypeArgument.Kind.EXACT, type()));
            }
        }
        at++;
        return arguments;
    }

    private Class<?> primitive(char descriptor) {
        switch (descriptor) {
            case 'B':
                return byte.class;
            case 'C':
                return char.class;
            case 'D':
                return double.class;
            case 'F':
                return float.class;
            case 'I':
                return int.class;
            case 'J':
                return long.class;
            case 'S':
                return short.class;
            case 'Z':
                return boolean.class;
            case 'V':
                return void.class;
            default:
                throw malformed();
        }
    }

    private int until(char end) {
        int start = at;
        int found = text.indexOf(end, start);
        if (found <= start) {
            throw malformed();
        }
        at = found;
        return found;
    }

    private char peek() {
        if (at >= text.length()) {
            throw malformed();
        }
        return text.charAt(at);
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw malformed();
        }
    }

    private MalformedSignature malformed() {
        return new MalformedSignature(text, at);
    }
}
