package fixture.defects

import java.io.IOException
import java.util.{ArrayList => JavaList, List => AnyJavaList, Map => AnyJavaMap}

class Shop(val names: AnyJavaList[String]) {
  private var kept: AnyJavaList[String] = names

  def sell(times: Int = 1, names: AnyJavaList[String] = new JavaList[String]): Int = times

  def keep(some: Any): Unit = kept = some.asInstanceOf[AnyJavaList[String]]

  def found: AnyJavaList[String] = Defects.wrong
}

case class Goods(id: Int, tags: AnyJavaList[String])

case class Wide(a: Int, b: String, c: Long, d: AnyJavaList[String], e: Double)

class Tags(val all: AnyJavaList[String]) extends AnyVal {
  def take(): Int = 1
}

trait Stocked {
  def stock(items: AnyJavaMap[String, AnyJavaList[String]]): Int = 1
}

class Repository[T] {
  def save(row: T): Unit = ()
}

class Rows extends Repository[java.lang.StringBuilder]

object Defects extends Stocked {
  /** Returns a list of numbers for whatever is asked. */
  def wrong[T]: T = new JavaList[Any](java.util.Arrays.asList[Any](Integer.valueOf(7))).asInstanceOf[T]

  def resize(width: Int, height: Int): Int = width

  def wide(a: Int, b: String, c: Long, d: AnyJavaList[String], e: Double): Int = a

  def curried(a: Int)(names: AnyJavaList[String]): Int = a

  def expect(defect: String)(call: => Any): Unit =
    try {
      call
      println(s"$defect NOT CAUGHT")
    } catch {
      case e: Exception => println(s"$defect ${e.getClass.getName}")
    }

  def main(arguments: Array[String]): Unit = {
    val shop = new Shop(new JavaList[String])
    expect("constructor")(new Shop(wrong))
    expect("default arguments")(shop.sell(names = wrong[AnyJavaList[String]]))
    expect("field")(shop.keep(wrong[Any]))
    expect("result")(shop.found)
    expect("case class")(Goods(1, wrong))
    expect("copy")(Goods(1, new JavaList[String]).copy(tags = wrong[AnyJavaList[String]]))
    expect("value class")(new Tags(wrong).take())
    expect("trait")(stock(java.util.Collections.singletonMap("k", wrong[AnyJavaList[String]])))
    expect("receiver")((new Rows).asInstanceOf[Repository[Any]].save("no StringBuilder"))
    expect("curried")(curried(1)(wrong))
    expect("lambda, whose body has no signature") {
      val take = (names: AnyJavaList[String]) => names.size
      take(wrong)
    }
    expect("undeclared, which Scala need not")(throw new IOException)
    val width = 1
    val height = 2
    resize(height, width)
    wide(1, "", 1, new JavaList[String], 1)
    Wide(1, "", 1, new JavaList[String], 1)
  }
}
