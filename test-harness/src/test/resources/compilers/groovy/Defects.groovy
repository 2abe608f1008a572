package fixture.defects

import groovy.transform.CompileStatic

class Shop {
    List<String> names = []

    int sell(int times = 1, List<String> some = []) { times }

    List<String> found() { Defects.WRONG }

    private List<String> kept

    void keep(Object some) { kept = some }
}

@CompileStatic
class Checked {
    int take(List<String> names) { names.size() }

    static int all(String... names) { names.length }

    int called(Object rows) { take((List<String>) rows) }
}

trait Stocked {
    int stock(Map<String, List<String>> items) { items.size() }
}

class Stock implements Stocked {}

class Repository<T> {
    void save(T row) {}
}

class Rows extends Repository<StringBuilder> {}

class Defects {
    static final List WRONG = [7]

    static int count(List<String> names) { names.size() }

    static void resize(int width, int height) {}

    static List raw() { [] }

    static void wide(int a, String b, long c, List<String> d, double e) {}

    static void expect(String defect, Closure<?> call) {
        try {
            call()
            println "$defect NOT CAUGHT"
        } catch (Exception e) {
            println "$defect ${e.class.name}"
        }
    }

    static void main(String[] arguments) {
        expect('default arguments') { new Shop().sell(2, WRONG) }
        expect('property') { new Shop().names = WRONG }
        expect('map constructor') { new Shop(names: WRONG) }
        expect('field') { new Shop().keep(WRONG) }
        expect('result') { new Shop().found() }
        expect('static') { new Checked().called(WRONG) }
        expect('varargs') { Checked.all('1', '2', '3', '4', '5', '6') }
        expect('trait') { new Stock().stock([k: WRONG]) }
        expect('receiver') { new Rows().save('no StringBuilder') }
        expect('GString') { count(["tea ${1}"]) }
        expect('literal') { count([1, 2]) }
        expect('undeclared, which Groovy need not') { throw new IOException() }
        int width = 1
        int height = 2
        resize(height, width)
        wide(1, '', 1, [], 1)
    }
}
