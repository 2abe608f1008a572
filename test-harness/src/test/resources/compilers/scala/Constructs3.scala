package fixture

import java.util.{ArrayList as JavaList, List as AnyJavaList}

enum Colour(val names: AnyJavaList[String]):
  case Red extends Colour(list("r"))
  case Mixed(parts: AnyJavaList[String]) extends Colour(parts)

enum Tree[+T]:
  case Leaf(value: T)
  case Fork(left: Tree[T], right: Tree[T])

opaque type Id = String

object Id:
  def apply(text: String): Id = text
  extension (id: Id)
    def all(names: AnyJavaList[String]): AnyJavaList[String] =
      names.add(id)
      names

trait Show[T]:
  def show(value: T): String

given Show[Int] with
  def show(value: Int): String = s"int $value"

given [T](using each: Show[T]): Show[AnyJavaList[T]] with
  def show(values: AnyJavaList[T]): String = values.stream.map(each.show(_)).toList.toString

trait Greeting(val name: String, words: AnyJavaList[String]):
  def greet: String = s"$name $words"

class Polite(names: AnyJavaList[String]) extends Greeting("polite", names)

def list[T](values: T*): AnyJavaList[T] =
  val made = new JavaList[T]
  values.foreach(made.add)
  made

def either(value: String | Int, both: CharSequence & Comparable[String]): String = s"$value $both"

def shown[T: Show](value: T): String = summon[Show[T]].show(value)

inline def twice(inline names: AnyJavaList[String]): Int = names.size + names.size

type Needs[T] = Show[Int] ?=> T

def needing(names: AnyJavaList[String]): Needs[String] = summon[Show[Int]].show(names.size)

def poly: [T] => AnyJavaList[T] => T = [T] => (all: AnyJavaList[T]) => all.get(0)

@main def constructs3(): Unit =
  println(Colour.Red.names.toString + Colour.Mixed(list("m")).names)
  println(Tree.Fork(Tree.Leaf(1), Tree.Leaf(2)))
  println(Id("id").all(list("a")))
  println(shown(list(1, 2)))
  println(new Polite(list("please")).greet)
  println(either("a", "b") + either(1, "c"))
  println(twice(list("a")))
  println(needing(list("a")))
  println(poly(list("p")))
