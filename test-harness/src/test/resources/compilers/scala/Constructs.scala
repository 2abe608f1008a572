package fixture

import java.io.{ByteArrayInputStream, ByteArrayOutputStream, IOException, ObjectInputStream, ObjectOutputStream}
import java.util.{ArrayList => JavaList, HashMap => JavaMap, List => AnyJavaList}
import scala.annotation.varargs
import scala.collection.mutable.ListBuffer
import scala.util.Try

trait Priced {
  val price: Long
  var seen: List[String] = Nil
  lazy val slow: AnyJavaList[String] = Constructs.javaList("slow")

  def label(currency: String = "EUR", times: Int = 1): String = s"$price $currency" * times

  def tags(more: List[String]): List[String] = { seen = seen ++ more; seen }
}

case class Item(id: Int, tags2: AnyJavaList[String], price: Long = 1L, note: Option[Int] = None) extends Priced

case class Page[T <: Comparable[T]](rows: AnyJavaList[T], next: Option[Page[T]])

case object Nothing2

class Name(val text: String) extends AnyVal {
  def plus(other: Name): Name = new Name(text + other.text)
  def all(names: AnyJavaList[String]): AnyJavaList[String] = names
}

class Box[T](val items: AnyJavaList[T]) extends AnyVal {
  def first: T = items.get(0)
}

abstract class Repository[K, V] {
  type Row = AnyJavaList[V]
  private val rows = new JavaMap[K, Row]
  def create(key: K): V
  def add(key: K, row: V): Row = {
    val all = rows.computeIfAbsent(key, (_: K) => new JavaList[V])
    all.add(row)
    all
  }
}

class Users extends Repository[Int, String] {
  override def create(key: Int): String = s"user $key"
  override def add(key: Int, row: String): AnyJavaList[String] = super.add(key, row)
}

trait Functor[F[_]] {
  def map[A, B](all: F[A])(each: A => B): F[B]
}

object ListFunctor extends Functor[AnyJavaList] {
  def map[A, B](all: AnyJavaList[A])(each: A => B): AnyJavaList[B] = {
    val mapped = new JavaList[B]
    all.forEach((a: A) => mapped.add(each(a)))
    mapped
  }
}

class Special[@specialized(Int, Double) T](val value: T) {
  def both(other: T): Special[T] = if (value == other) this else new Special(other)
}

class Outer(val names: AnyJavaList[String]) { self =>
  class Inner(extra: AnyJavaList[Int]) {
    def all: Int = names.size + extra.size
  }
  def inner(extra: AnyJavaList[Int]): Inner = new Inner(extra)
}

sealed abstract class Size(val factor: Int, val names: AnyJavaList[String])

object Size {
  case object Small extends Size(1, Constructs.javaList("s"))
  case class Large(more: AnyJavaList[String]) extends Size(2, more)
}

object Even {
  def unapply(number: Int): Option[Int] = if (number % 2 == 0) Some(number / 2) else None
}

object Constructs {
  implicit class Loud(private val text: String) extends AnyVal {
    def loud(times: Int = 1): String = text.toUpperCase * times
  }

  implicit val ordering: Ordering[Item] = Ordering.by((item: Item) => item.price)

  def javaList[T](values: T*): AnyJavaList[T] = {
    val list = new JavaList[T]
    values.foreach(list.add)
    list
  }

  @varargs
  def joined(separator: String, parts: String*): String = parts.mkString(separator)

  def later[T](value: => T, times: Int): List[T] = List.fill(times)(value)

  def curried(names: AnyJavaList[String])(prefix: String)(implicit order: Ordering[Item]): String =
    prefix + names + order.max(Item(1, names), Item(2, names, 5)).id

  def existential(any: AnyJavaList[_ <: Number], stock: java.util.Map[String, _ >: Integer]): Int =
    any.size + stock.size

  def both(value: Priced with Serializable): String = value.label()

  def array[T](values: Array[T], numbers: Array[Int]): Int = values.length + numbers.length

  def none: AnyJavaList[Nothing] = new JavaList[Nothing]

  /** No exception is declared in Scala. */
  def failing(): Nothing = throw new IOException("undeclared, and right so")

  def numbers(of: AnyJavaList[Int], maybe: Option[Long], pair: (Int, Double)): AnyJavaList[Int] = of

  def outer(names: AnyJavaList[String], depth: Int): String = {
    val noted = new ListBuffer[String]
    var count = 0
    def local(more: AnyJavaList[String], left: Int = depth): Int = {
      noted += more.toString
      count += left
      if (left == 0) count else local(names, left - 1)
    }
    class Local(val mine: AnyJavaList[String]) {
      def all: String = mine.toString + names + count
    }
    val anonymous = new Priced {
      val price: Long = count.toLong
      override def tags(more: List[String]): List[String] = more ++ noted
    }
    local(javaList("x"))
    new Local(javaList("y")).all + anonymous.tags(Nil) + anonymous.label(times = 2)
  }

  private def thereAndBack[T](value: T): T = {
    val bytes = new ByteArrayOutputStream
    val out = new ObjectOutputStream(bytes)
    out.writeObject(value)
    out.close()
    new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray)).readObject().asInstanceOf[T]
  }

  def main(arguments: Array[String]): Unit = {
    val item = Item(1, javaList("t"))
    println(item.copy(price = 3).toString + item.label(times = 2) + item.tags(List("u")) + item.slow)
    println(item match { case Item(id, tags, _, None) => s"$id $tags"; case _ => "none" })
    println((Item.apply _).tupled((2, javaList("v"), 4L, Some(5))))
    println(Page(javaList("a"), Some(Page(javaList("b"), None))).copy(next = None).toString + Nothing2)
    println(new Name("a").plus(new Name("b")).all(javaList("c")))
    println(new Box(javaList(1)).first)
    val users = new Users
    println(users.add(1, users.create(1)))
    println(ListFunctor.map(javaList(1, 2))((number: Int) => s"$number!"))
    println(new Special(1).both(2).value + new Special(1.5).both(1.5).value)
    println(new Outer(javaList("a")).inner(javaList(1)).all)
    println(List[Size](Size.Small, Size.Large(javaList("l"))).map(_.names))
    println(List(1, 2).map { case Even(half) => half; case odd => -odd })
    println("s".loud() + "t".loud(2))
    println(joined("+", "a", "b") + joined("-") + joined("*", List("c", "d"): _*))
    var calls = 0
    println(later({ calls += 1; calls }, 2))
    println(curried(javaList("n"))("p "))
    println(existential(javaList[Number](1, 2.5), new JavaMap[String, Number]))
    println(both(item))
    println(array(Array("a"), Array(1)) + none.size)
    println(Try(failing()))
    println(numbers(javaList(1), Some(2L), (3, 4.5)))
    println(outer(javaList("o"), 2))
    val prefix = "p "
    println(thereAndBack((text: String) => prefix + text).apply("lambda"))
    println((for { a <- Option(1); b <- Some("b") } yield a + b).getOrElse("none"))
  }
}
