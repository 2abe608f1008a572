package fixture

import groovy.transform.CompileStatic
import groovy.transform.Immutable
import groovy.transform.TupleConstructor
import java.util.concurrent.Callable

interface Priced {
    long price()
}

trait Tagged {
    List<String> tags = []

    List<String> tag(String name, List<String> more = []) {
        tags.add(name)
        tags.addAll(more)
        tags
    }
}

@TupleConstructor
class Item implements Priced, Tagged {
    int id
    List<String> names = ['a']
    Map<String, List<Integer>> stock = [:]

    long price() { id }

    List<String> named(String prefix = 'p', List<String> some = names) {
        some.collect { prefix + it }
    }

    Item plus(Item other) { new Item(id + other.id, names + other.names) }

    String getLoud() { names.join().toUpperCase() }
}

@Immutable
class Point {
    int east
    List<Integer> norths
}

enum Size {
    SMALL(1, ['s']) {
        List<String> with2(List<String> more) { more }
    },
    LARGE(2, ['l'])

    final int factor
    final List<String> names

    Size(int factor, List<String> names) {
        this.factor = factor
        this.names = names
    }

    List<String> with2(List<String> more) { names }
}

abstract class Repository<K, V> {
    Map<K, List<V>> rows = [:]

    abstract V create(K key)

    List<V> add(K key, V row) {
        rows.computeIfAbsent(key) { [] }.add(row)
        rows[key]
    }
}

class Users extends Repository<String, StringBuilder> {
    StringBuilder create(String key) { new StringBuilder(key) }
}

class Outer {
    List<String> names = ['o']

    class Inner {
        List<String> extra

        Inner(List<String> extra) { this.extra = extra }

        List<String> all() { names + extra }
    }

    Inner inner(List<String> extra) { new Inner(extra) }
}

class Dynamic {
    def methodMissing(String name, Object given) { "$name${given.length}".toString() }

    def propertyMissing(String name) { name }
}

@CompileStatic
class Checked {
    private List<String> names = ['c']

    List<String> collected(List<Integer> numbers, Closure<String> each) { numbers.collect { Integer it -> each.call(it) } }

    String greet(String name = 'you', int times = 2) { "hello $name " * times }

    static <T extends Comparable<T>> T largest(Collection<? extends T> values) { values.max() }

    static String joined(String separator, String... parts) { parts.join(separator) }

    List<String> capturing(List<String> more) {
        int count = 0
        Callable<List<String>> lambda = () -> more + names
        Runnable anonymous = new Runnable() {
            void run() { counted(more) }

            private int counted(List<String> names) { names.size() }
        }
        anonymous.run()
        more.each { String each -> count += each.length() }
        lambda.call() + [count.toString()]
    }
}

class Constructs {
    static int counted(List<String> names, Object... rest) { names.size() + rest.length }

    static String inSwitch(Object value) {
        switch (value) {
            case String: return 'string'
            case 1..3: return 'few'
            case [7, 8]: return 'some'
            default: return 'many'
        }
    }

    static void failing() { throw new IOException('undeclared, and right so') }

    static void main(String[] arguments) {
        def item = new Item(1, ['x'])
        println item.named() + item.named('q') + item.named('r', ['s'])
        println item.tag('t') + item.tag('u', ['v'])
        println((item + new Item(2)).names + item.loud + item.price())
        println new Item(names: ['map'], id: 3).names
        println new Point(1, [2, 3])
        println Size.values().collect { it.with2(['more']) }
        def users = new Users()
        println users.add('k', users.create('c'))
        println new Outer().inner(['i']).all()
        println new Dynamic().missing(1, 2) + new Dynamic().property
        def checked = new Checked()
        println checked.collected([1, 2]) { "<$it>".toString() } + checked.capturing(['a', 'bb'])
        println checked.greet() + checked.greet("me${1}") + checked.greet('x', 1)
        println Checked.largest([1, 3, 2]) + Checked.joined('+', 'a', 'b')
        println counted(['a']) + counted(['a'], 1, 2)
        println([1, 7, 'a', 9].collect { inSwitch(it) })
        def (first, second) = ['f', 's']
        println "$first$second ${[a: 1].a} ${(1..3)*.toString()}"
        def priced = [price: { 5L }] as Priced
        println priced.price() + ({ 6L } as Priced).price()
        def curried = { String a, String b -> a + b }.curry('c') >> { it * 2 }
        println curried('d')
        String.metaClass.shout = { -> delegate.toUpperCase() }
        println 'meta'.shout()
        try {
            failing()
        } catch (IOException e) {
            println e.message
        }
    }
}
