package dev.aide.agent.naming;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Pairs of words that everybody puts in one order: {@code min, max}, {@code x, y}. Two names are in a known order if they
 * differ by such a pair only ({@code minPrice, maxPrice}), or only by numbers or single letters that follow each other
 * ({@code x1, x2} and {@code e9, e10}).
 *
 * <p>Immutable; safe for use by any thread.
 */
public final class KnownOrders {
    private static final String KNOWN = "min,max low,high lower,upper x,y y,z from,to key,value name,value start,end"
            + " begin,end start,stop first,last first,second second,third old,new before,after source,target"
            + " source,destination src,dst src,dest input,output in,out parent,child width,height row,column row,col"
            + " offset,length off,len offset,count index,count start,length start,count left,right top,bottom left,top"
            + " right,bottom latitude,longitude lat,lon lat,lng year,month month,day hour,minute minute,second"
            + " host,port user,password username,password prefix,suffix open,close expected,actual dividend,divisor"
            + " numerator,denominator real,imaginary red,green green,blue r,g g,b hue,saturation page,size"
            + " source,dest expect,update lo,hi line,column out,err read,write index,size name,version";

    private final Set<String> pairs;

    private KnownOrders(Set<String> pairs) {
        this.pairs = pairs;
    }

    /**
     * Returns those that are always known and some more.
     *
     * @param more pairs such as {@code debit,credit}, in lower case
     * @throws IllegalArgumentException if one of them is not two words around a comma
     */
    public static KnownOrders and(List<String> more) {
        Set<String> pairs = new HashSet<>(Arrays.asList(KNOWN.split(" ")));
        for (String pair : more) {
            int comma = pair.indexOf(',');
            if (comma <= 0 || comma == pair.length() - 1 || comma != pair.lastIndexOf(',')) {
                throw new IllegalArgumentException(
                        "\"" + pair + "\" is no pair of words; a pair is written like min,max");
            }
            pairs.add(pair);
        }
        return new KnownOrders(pairs);
    }

    boolean covers(String one, String next) {
        return isNext(one, next) || isPair(words(one), words(next));
    }

    private boolean isPair(List<String> one, List<String> next) {
        if (one.size() != next.size()) {
            return false;
        }
        String pair = "";
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).equals(next.get(i))) {
                if (!pair.isEmpty()) {
                    return false;
                }
                pair = one.get(i) + ',' + next.get(i);
            }
        }
        return pairs.contains(pair);
    }

    private static boolean isNext(String one, String next) {
        return isNumbered(one, next) || isLettered(one, next);
    }

    /** Tells whether the names end in a number and the next one: {@code x1, x2} and {@code e9, e10}. */
    private static boolean isNumbered(String one, String next) {
        int number = startOfNumber(one);
        return number < one.length()
                && number == startOfNumber(next)
                && one.regionMatches(0, next, 0, number)
                && number(one).add(BigInteger.ONE).equals(number(next));
    }

    /** Tells whether the names end in a letter and the next one: {@code a, b} and {@code setA, setB}. */
    private static boolean isLettered(String one, String next) {
        int last = one.length() - 1;
        return one.length() == next.length()
                && one.regionMatches(0, next, 0, last)
                && one.charAt(last) + 1 == next.charAt(last)
                && (last == 0 || Character.isUpperCase(one.charAt(last)));
    }

    /** The words of a name with its number, if it ends in one: {@code minX2} is min, x, 2. */
    private static List<String> words(String name) {
        List<String> words = new ArrayList<>(Names.words(name));
        int number = startOfNumber(name);
        if (number < name.length()) {
            words.add(name.substring(number));
        }
        return words;
    }

    /** Returns the number that a name ends in, which may be longer than any type of numbers. */
    private static BigInteger number(String name) {
        String digits = name.substring(startOfNumber(name));
        return digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
    }

    private static int startOfNumber(String name) {
        int start = name.length();
        while (start > 0 && Character.isDigit(name.charAt(start - 1))) {
            start--;
        }
        return start;
    }
}
