package fixture

import java.io.IOException
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.resume
import kotlin.coroutines.startCoroutine
import kotlin.coroutines.suspendCoroutine
import kotlin.properties.Delegates
import kotlin.reflect.KProperty

interface Priced {
    val price: Long

    fun label(currency: String = "EUR"): String = "$price $currency"

    fun tags(more: List<String>): List<String> = more
}

class Greeter @JvmOverloads constructor(val name: String, val times: Int = 2, val marks: List<String> = listOf("!")) {
    fun greet(prefix: String = "hello", to: List<String> = listOf(name)): List<String> =
        to.flatMap { each -> List(times) { "$prefix $each${marks.first()}" } }
}

data class Item(val id: Int, val tags: List<String>, override val price: Long, val note: String?) : Priced

data class Page<T : Comparable<T>>(val rows: List<T>, val next: Page<T>? = null)

object Registry {
    private val all = mutableMapOf<String, List<Item>>()

    @JvmStatic
    fun register(key: String, items: List<Item>): Int {
        all[key] = items
        return all.size
    }
}

class Account private constructor(val owner: String) {
    companion object {
        const val MOST = 3
        private val known = mutableListOf<Account>()

        @JvmStatic
        fun of(owner: String): Account = Account(owner).also { known += it }

        fun all(): List<Account> = known
    }
}

@JvmInline
value class Name(val text: String)

@JvmInline
value class Tags(val all: List<String>) {
    fun plus(name: Name): Tags = Tags(all + name.text)
}

@JvmInline
value class Maybe(val text: String?)

class Named(val name: Name, val maybe: Maybe, val names: List<Name>) {
    fun rename(other: Name, nullable: Name?): Named = Named(nullable ?: other, maybe, names + other)
}

enum class Size(val factor: Int, val names: List<String>) {
    SMALL(1, listOf("s")) {
        override fun with(more: List<String>) = more + names
    },
    LARGE(2, listOf("l")) {
        override fun with(more: List<String>) = names
    };

    abstract fun with(more: List<String>): List<String>
}

sealed class Shape {
    data class Circle(val radius: Double) : Shape()

    data class Poly(val corners: List<Pair<Int, Int>>) : Shape()

    data object Nothing : Shape()
}

class Outer(val names: List<String>) {
    inner class Inner(private val extra: List<Int>) {
        fun all(): List<Any> = names + extra
    }

    class Nested<out T>(private val items: List<T>) {
        fun first(): T = items[0]
    }
}

abstract class Repository<K : Any, V> {
    private val rows = HashMap<K, MutableList<V>>()

    abstract fun create(key: K): V

    open fun add(key: K, row: V): List<V> = rows.getOrPut(key) { mutableListOf() }.apply { add(row) }
}

class Users : Repository<Int, String>() {
    override fun create(key: Int): String = "user $key"

    override fun add(key: Int, row: String): List<String> = super.add(key, row)
}

fun interface Step<T> {
    fun take(value: T): T
}

class Loud(private val inner: Priced) : Priced by inner {
    override fun label(currency: String): String = inner.label(currency).uppercase()
}

class Upper {
    operator fun getValue(owner: Any?, property: KProperty<*>): String = property.name.uppercase()
}

class Delegating(values: Map<String, Any?>) {
    val lazily: List<String> by lazy { listOf("lazy") }
    var watched: List<String> by Delegates.observable(listOf()) { _, old, new -> seen += "$old to $new" }
    val seen = mutableListOf<String>()
    val upper by Upper()
    val name: String by values
    lateinit var late: List<String>
}

private val waiting = ArrayDeque<() -> Unit>()

suspend fun pause(value: String): String = suspendCoroutine { rest -> waiting.add { rest.resume(value) } }

/** Entered again after each pause, with null for each argument. */
suspend fun load(id: Int, names: List<String>, note: String): List<String> {
    val first = pause(names[0])
    val second = pause("$first$id")
    return listOf(first, second, note)
}

class Loader(private val names: List<String>) {
    suspend fun all(prefix: String = "p", each: suspend (String) -> String): List<String> {
        val loaded = mutableListOf<String>()
        for (name in names) {
            loaded += each(prefix + pause(name))
        }
        return loaded
    }
}

private fun <T> await(block: suspend () -> T): T {
    var result: Result<T>? = null
    block.startCoroutine(Continuation(EmptyCoroutineContext) { result = it })
    while (result == null) {
        waiting.removeFirst()()
    }
    return result!!.getOrThrow()
}

inline fun <reified T> only(values: List<*>, crossinline accept: (T) -> Boolean): List<T> =
    values.filterIsInstance<T>().filter { accept(it) }

fun <T> joined(separator: String, vararg values: T): String where T : Comparable<T> = values.joinToString(separator)

fun maximum(stock: Map<String, MutableList<out Number>>, type: Class<out Number>): Int =
    stock.values.maxOf { it.size } + type.simpleName.length

fun nullable(names: List<String?>, last: String?): List<String?> = names + last

fun nothing(): List<Nothing> = emptyList()

fun array(names: Array<String>, numbers: IntArray, boxed: Array<Int>): Int = names.size + numbers.size + boxed.size

fun outcome(fails: Boolean): Result<List<String>> =
    if (fails) Result.failure(IOException("result")) else Result.success(listOf("fine"))

/** No exception is declared in Kotlin. */
fun failing(): Nothing = throw IOException("undeclared, and right so")

var String.loud: String
    get() = uppercase()
    set(value) = check(value.isNotEmpty())

infix fun Size.over(other: Size): Int = factor - other.factor

operator fun Item.plus(tag: String): Item = copy(tags = tags + tag)

internal fun String.hidden(times: Int = 1): List<String> = List(times) { this }

fun outer(names: List<String>): List<String> {
    val seen = mutableListOf<String>()

    fun local(more: List<String>, depth: Int = 1): List<String> {
        seen += more
        return if (depth == 0) more else local(more + names, depth - 1)
    }

    class Local(val mine: List<String>) {
        fun all() = mine + names + seen
    }

    val anonymous = object : Priced {
        override val price = names.size.toLong()

        override fun tags(more: List<String>) = more + seen
    }
    return Local(local(listOf("x"))).all() + anonymous.tags(listOf("y")) + anonymous.label()
}

fun main() {
    println(Greeter("a").greet() + Greeter("b", marks = listOf("?")).greet(to = listOf("c")))
    val item = Item(1, listOf("t"), 2, null)
    println(item.copy(price = 3) + "u")
    println(item == item.copy() && item.component2() == listOf("t"))
    println(Page(listOf("a"), Page(listOf("b"))).copy(next = null))
    println(Registry.register("k", listOf(item)))
    println(Account.of("me").owner + Account.all().size + Account.MOST)
    println(Tags(listOf("a")).plus(Name("b")))
    println(Named(Name("n"), Maybe(null), listOf(Name("m"))).rename(Name("o"), null).names)
    println(Size.entries.map { it.with(listOf("more")) }.toString() + (Size.LARGE over Size.valueOf("SMALL")))
    println(listOf(Shape.Circle(1.0), Shape.Poly(listOf(1 to 2)), Shape.Nothing))
    println(Outer(listOf("a")).Inner(listOf(1)).all() + Outer.Nested(listOf("n")).first())
    println(Users().run { add(1, create(1)) })
    println(Step<List<String>> { it + "step" }.take(listOf("a")))
    println(Loud(item).label() + Loud(item).tags(listOf("l")))
    val delegating = Delegating(mapOf("name" to "mapped"))
    delegating.watched = listOf("w")
    delegating.late = delegating.lazily
    println(delegating.seen + delegating.upper + delegating.name + delegating.late)
    println(await { load(7, listOf("a", "b"), "note") })
    println(await { Loader(listOf("x", "y")).all { it + pause("!") } })
    println(sequence { yield("s"); yieldAll(listOf("t", "u")) }.toList())
    println(only<String>(listOf("a", 1, "bb")) { it.length == 1 })
    println(joined("+", "a", "b") + joined("-", *arrayOf(1, 2)) + joined<String>("*"))
    println(maximum(mapOf("k" to mutableListOf<Number>(1, 2.5)), Int::class.javaObjectType))
    println(nullable(listOf("a", null), null) + nothing())
    println(array(arrayOf("a"), intArrayOf(1), arrayOf(1, 2)))
    println(outcome(false).getOrThrow() + outcome(true).exceptionOrNull()?.message)
    println(runCatching { failing() }.exceptionOrNull())
    "s".loud = "loud"
    println("s".loud + "h".hidden() + (String::hidden)("i", 2))
    println(outer(listOf("o")))
    println(listOf(3, 1).sortedWith { one, other -> one.compareTo(other) }.map(Int::toString))
}
