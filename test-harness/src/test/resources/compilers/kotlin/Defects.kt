@file:Suppress("UNCHECKED_CAST", "UNUSED_PARAMETER")

package fixture.defects

import java.io.IOException
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.startCoroutine

/** Returns a list of numbers for whatever is asked. */
fun <T> wrong(): T = arrayListOf<Any?>(7) as T

class Shop(val names: List<String>) {
    private var kept: List<String> = names

    fun sell(times: Int = 1, names: List<String> = emptyList()) {}

    fun keep(some: Any) {
        kept = some as List<String>
    }

    fun found(): List<String> = wrong()

    fun greet(name: String) {}

    suspend fun load(names: List<String>) {}

    companion object {
        @JvmStatic
        fun stock(items: Map<String, List<String>>) {}
    }
}

data class Goods(val id: Int, val tags: List<String>)

@JvmInline
value class Tags(val all: List<String>) {
    fun take() {}
}

open class Repository<T> {
    fun save(row: T) {}
}

class Rows : Repository<StringBuilder>()

enum class Size {
    SMALL;

    fun with(names: List<String>) {}
}

fun all(vararg names: String) {}

data class Wide(val a: Int, val b: String, val c: Long, val d: List<String>, val e: Double)

fun resize(width: Int, height: Int) {}

fun wide(a: Int, b: String, c: Long, d: List<String>, e: Double) {}

fun expect(defect: String, call: () -> Unit) {
    try {
        call()
        println("$defect NOT CAUGHT")
    } catch (e: Exception) {
        println("$defect ${(e.cause ?: e).javaClass.name}")
    }
}

fun main() {
    val shop = Shop(listOf("a"))
    expect("constructor") { Shop(wrong()) }
    expect("default arguments") { shop.sell(names = wrong()) }
    expect("field") { shop.keep(wrong<Any>()) }
    expect("result") { shop.found() }
    expect("null") { Shop::class.java.getMethod("greet", String::class.java).invoke(shop, null) }
    expect("suspending") {
        val load: suspend () -> Unit = { shop.load(wrong()) }
        load.startCoroutine(Continuation(EmptyCoroutineContext) { it.getOrThrow() })
    }
    expect("companion") { Shop.stock(mapOf("k" to wrong<List<String>>())) }
    expect("copy") { Goods(1, listOf("t")).copy(tags = wrong()) }
    expect("value class") { Tags(wrong()).take() }
    expect("receiver") { (Rows() as Repository<Any>).save("no StringBuilder") }
    expect("enum") { Size.SMALL.with(wrong()) }
    expect("varargs") { all("1", "2", "3", "4", "5", "6") }
    expect("lambda") {
        val take: (List<String>) -> Int = fun(names: List<String>): Int = names.size
        take(wrong())
    }
    expect("undeclared, which Kotlin need not") { throw IOException() }
    val width = 1
    val height = 2
    resize(height, width)
    wide(1, "", 1, emptyList(), 1.0)
    Wide(1, "", 1, emptyList(), 1.0)
}
