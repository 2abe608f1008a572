package dev.aide.agent.naming;

import java.util.List;
import net.bytebuddy.jar.asm.Type;

/**
 * The order of a call's arguments whose names fit the parameters' names best, where types allow it. Only arguments and
 * parameters with telling names move.
 */
final class BetterOrder {
    /** How much nearer each moved argument has to be on average; on this, precision hangs. */
    private static final double LEAST_GAIN = 0.6;

    private static final double IMPOSSIBLE = 1e6;

    private final Type[] types;
    private final List<Operand> arguments;
    private final TellingWords parameterWords;
    private final TellingWords argumentWords;

    private BetterOrder(Call call, List<String> parameters) {
        this.types = Type.getArgumentTypes(call.descriptor);
        this.arguments = call.arguments;
        this.parameterWords = new TellingWords(parameters);
        this.argumentWords = new TellingWords(call.argumentNames());
    }

    /** Returns for each parameter which argument should be there, or null if the order is good as it is. */
    static int[] of(Call call, List<String> parameters) {
        return new BetterOrder(call, parameters).find();
    }

    private int[] find() {
        parameterWords.dropCommon(argumentWords);
        argumentWords.dropCommon(parameterWords);
        int n = types.length;
        double[][] distances = new double[n][n];
        boolean isAnyNearer = false;
        for (int i = 0; i < n; i++) {
            distances[i][i] = isTelling(i, i) ? distance(i, i) : 0;
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    distances[i][j] = isTelling(i, j) && fits(j, i) ? distance(i, j) : IMPOSSIBLE;
                    isAnyNearer |= distances[i][j] < distances[i][i];
                }
            }
        }
        return isAnyNearer ? better(distances) : null;
    }

    private int[] better(double[][] distances) {
        int[] order = Assignment.cheapest(distances);
        double before = 0;
        double after = 0;
        int moved = 0;
        Operand any = null;
        for (int i = 0; i < order.length; i++) {
            if (order[i] == i) {
                continue;
            }
            if (!differTellingly(i) || !isFromSamePlace(arguments.get(i), any)) {
                return null;
            }
            any = arguments.get(i);
            before += distances[i][i];
            after += distances[i][order[i]];
            moved++;
        }
        boolean isExact = after == 0;
        return moved > 0 && (isExact || before - after >= LEAST_GAIN * moved) ? order : null;
    }

    /** Tells whether an argument's name has a telling word that its parameter's has not: setA given as setB has none. */
    private boolean differTellingly(int index) {
        for (String word : argumentWords.of(index)) {
            if (Names.isTelling(word) && !parameterWords.of(index).contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** What different objects say is put together on purpose: from where one range ends to where the next one starts. */
    private static boolean isFromSamePlace(Operand argument, Operand other) {
        if (other == null || argument.holder == null || other.holder == null) {
            return other == null || argument.holder == other.holder;
        }
        return argument.holder.isSame(other.holder);
    }

    private boolean isTelling(int parameter, int argument) {
        return parameterWords.isTelling(parameter) && argumentWords.isTelling(argument);
    }

    private double distance(int parameter, int argument) {
        return NameDistance.between(parameterWords.of(parameter), argumentWords.of(argument));
    }

    /** Tells whether an argument would compile in another parameter's place, as far as descriptors know. */
    private boolean fits(int argument, int parameter) {
        String given = arguments.get(argument).type;
        if (!types[argument].equals(types[parameter])) {
            return Widening.isAllowed(given, types[parameter].getDescriptor());
        }
        // an Object may stand for a type variable: then what fits depends on the call
        return !types[parameter].getDescriptor().equals("Ljava/lang/Object;")
                || (!given.isEmpty() && given.equals(arguments.get(parameter).type));
    }
}
