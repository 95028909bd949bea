"""Classes: inheritance, properties, slots, metaclasses, descriptors, protocols, generics."""

import abc
import collections
import copy
import enum
import inspect
import pickle
import sys
import typing
import weakref
from dataclasses import dataclass, field, fields
from typing import Generic, Protocol, TypeVar, get_type_hints, overload

from plpython import plfunction

T = TypeVar("T")


class Shape(abc.ABC):
    kinds = {}

    def __init_subclass__(cls, /, name=None, **rest):
        super().__init_subclass__(**rest)
        Shape.kinds[name or cls.__name__.lower()] = cls

    @abc.abstractmethod
    def area(self): ...

    def __repr__(self):
        return f"<{type(self).__name__} {self.area():g}>"


class Square(Shape):
    __slots__ = ("side",)

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2


class Rectangle(Square, name="rect"):
    def __init__(self, side, other):
        super().__init__(side)
        self.other = other

    def area(self):
        return super().area() / self.side * self.other


class Registry(type):
    made = []

    def __new__(mcs, name, bases, namespace):
        cls = super().__new__(mcs, name, bases, namespace)
        mcs.made.append(name)
        return cls

    def __call__(cls, *args):
        instance = super().__call__(*args)
        instance.stamp = len(cls.__mro__)
        return instance

    def __len__(cls):
        return 42


class Made(metaclass=Registry):
    pass


class Child(Made):
    pass


class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        if value < -459.67:
            raise ValueError("below absolute zero")
        self.celsius = (value - 32) * 5 / 9

    @classmethod
    def freezing(cls):
        return cls(0)

    @staticmethod
    def unit():
        return "°C"


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.name)

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name[1:]} is not positive")
        setattr(instance, self.name, value)


class Order:
    amount = Positive()

    def __init__(self, amount):
        self.amount = amount


class Vector:
    def __init__(self, *values):
        self.values = values

    def __add__(self, other):
        return Vector(*(a + b for a, b in zip(self.values, other.values, strict=True)))

    __radd__ = __add__

    def __mul__(self, n):
        return Vector(*(v * n for v in self.values))

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.values, other.values))

    def __neg__(self):
        return self * -1

    def __eq__(self, other):
        return isinstance(other, Vector) and self.values == other.values

    def __hash__(self):
        return hash(self.values)

    def __len__(self):
        return len(self.values)

    def __getitem__(self, i):
        return self.values[i]

    def __contains__(self, v):
        return v in self.values

    def __bool__(self):
        return any(self.values)

    def __format__(self, spec):
        return "<" + ", ".join(format(v, spec) for v in self.values) + ">"

    def __call__(self, n):
        return self.values[n]


class Lazy:
    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        value = self.__dict__[name] = name * 2
        return value


class A:
    def who(self):
        return ["A"]


class B(A):
    def who(self):
        return ["B", *super().who()]


class C(A):
    def who(self):
        return ["C", *super().who()]


class D(B, C):
    def who(self):
        return ["D", *super().who()]


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self


class Speaks(Protocol):
    def speak(self) -> str: ...


class Duck:
    def speak(self) -> str:
        return "quack"


@dataclass(order=True)
class Task:
    priority: int
    name: str = field(compare=False)
    notes: list[str] = field(default_factory=list, compare=False, repr=False)

    def __post_init__(self):
        self.notes.append(self.name.upper())


class Perm(enum.Flag):
    READ = enum.auto()
    WRITE = enum.auto()
    ALL = READ | WRITE


class Planet(enum.Enum):
    EARTH = (5.976e24, 6.37814e6)
    MARS = (6.421e23, 3.3972e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67300e-11 * self.mass / self.radius**2


Pair = collections.namedtuple("Pair", "left right", defaults=[0])


@overload
def parse(v: int) -> int: ...
@overload
def parse(v: str) -> str: ...
def parse(v):
    return v


@plfunction
def shapes(a: float, b: float) -> list[str]:
    return [repr(Square(a)), repr(Rectangle(a, b)), *sorted(Shape.kinds)]


@plfunction
def abstract() -> bool:
    try:
        return Shape() is None
    except TypeError:
        return True


@plfunction
def slots(v: int) -> str:
    square = Square(v)
    square.colour = "red"
    return repr(vars(square))


@plfunction
def metaclass() -> str:
    return f"{Registry.made} {Child().stamp} {len(Made)} {type(Child).__name__}"


@plfunction
def properties(v: float) -> list[float]:
    t = Temperature.freezing()
    before = t.fahrenheit
    t.fahrenheit = v
    return [before, t.celsius, len(t.unit())]


@plfunction
def descriptor(v: int) -> int:
    return Order(v).amount


@plfunction
def vectors(a: list[int], b: list[int]) -> str:
    v, w = Vector(*a), Vector(*b)
    return f"{v + w:>3} {v @ w} {-v:d} {v == w} {len(v)} {v[0]} {1 in v} {bool(v * 0)} {{}} {v(0)}"


@plfunction
def lazy(name: str) -> str:
    return getattr(Lazy(), name)


@plfunction
def resolution() -> list[str]:
    return D().who() + [c.__name__ for c in D.__mro__]


@plfunction
def generic(v: list[int]) -> list[int]:
    stack: Stack[int] = Stack()
    for item in v:
        stack.push(item).push(-item)
    return stack.items


@plfunction
def protocol(v: str) -> str:
    def say(who: Speaks) -> str:
        return who.speak() + v

    return say(Duck())


@plfunction
def tasks(v: list[int]) -> list[str]:
    made = sorted(Task(n, f"t{n}") for n in v)
    return [repr(t) + t.notes[0] for t in made]


@plfunction
def flags(v: int) -> str:
    return f"{Perm(v)!r} {Perm.READ in Perm(v)} {Perm.ALL.value}"


@plfunction
def gravity(name: str) -> float:
    return round(Planet[name.upper()].gravity, 6)


@plfunction
def named(a: int) -> str:
    return f"{Pair(a)} {Pair(a)._asdict()} {Pair._fields}"


@plfunction
def pickled(v: int) -> str:
    task = pickle.loads(pickle.dumps(Task(v, "x", ["n"])))
    planet = pickle.loads(pickle.dumps(Planet.MARS))
    return f"{task!r} {task.notes} {planet is Planet.MARS} {pickle.loads(pickle.dumps(Pair(v)))}"


@plfunction
def copied(v: list[int]) -> str:
    task = Task(1, "x", v)
    shallow, full = copy.copy(task), copy.deepcopy(task)
    v.append(9)
    return f"{shallow.notes} {full.notes} {copy.replace(Pair(1), right=2) if sys.version_info > (3, 13) else Pair(1, 2)}"


@plfunction
def hints() -> str:
    return f"{get_type_hints(Task)['notes']} {[f.name for f in fields(Task)]} {get_type_hints(Duck.speak)}"


@plfunction
def source() -> str:
    return inspect.getsource(Duck) + str(inspect.signature(Task)) + str(inspect.getsourcelines(parse)[0])


@plfunction
def documented() -> str:
    """A docstring
    with two lines."""
    return inspect.getdoc(documented) + str(documented.__name__) + str(sorted(documented.__annotations__))


@plfunction
def doctested() -> list[int]:
    import doctest

    def example():
        """
        >>> 1 + 1
        2
        """

    runner = doctest.DocTestRunner()
    for test in doctest.DocTestFinder().find(example, globs={}):
        runner.run(test)
    return list(runner.summarize(verbose=False))[:2]


@plfunction
def weak() -> bool:
    class Thing:
        pass

    thing = Thing()
    ref = weakref.ref(thing)
    del thing
    return ref() is None


@plfunction
def module_names() -> list[bool]:
    module = sys.modules[__name__]
    return [module.Duck is Duck, Duck.__module__ == __name__, module.__dict__ is globals()]


@plfunction
def typed() -> str:
    class Movie(typing.TypedDict, total=False):
        title: typing.Required[str]
        year: int

    return f"{Movie(title='x')} {sorted(Movie.__required_keys__)}"


if __name__ == "__main__":
    from plain import call, calls

    call(shapes, 2.0, 3.0)
    call(slots, 1)
    call(metaclass)
    call(properties, 212.0)
    call(properties, -500.0)
    call(descriptor, 5)
    call(abstract)
    call(descriptor, 0)
    call(vectors, [1, 2], [3, 4])
    call(vectors, [1, 2], [3, 4, 5])
    call(lazy, "ab")
    call(lazy, "_x")
    call(resolution)
    call(generic, [1, 2])
    call(protocol, "!")
    call(tasks, [3, 1, 2])
    calls(flags, [1, 2, 3])
    calls(gravity, ["earth", "Mars"])
    call(gravity, "pluto")
    call(named, 1)
    call(pickled, 5)
    call(copied, [1])
    call(hints)
    call(source)
    call(documented)
    call(doctested)
    call(weak)
    call(module_names)
    call(typed)
