package org.plpython.object;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plpython.descriptor.Declaration.Body;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.descriptor.Notation;
import org.plpython.descriptor.Place;

/** The functions that have been built, by their declarations. */
final class BuiltFunctions {
  private final List<Routine.Function> all = new ArrayList<>();
  private final IdentityHashMap<FunctionDeclaration, Routine.Function> built =
      new IdentityHashMap<>();
  private final IdentityHashMap<Routine.Function, Place> places = new IdentityHashMap<>();
  private final Map<Name, Routine.Function> byName = new HashMap<>();

  /**
   * How functions name each other.
   *
   * @param file where they do: a Python file, or a descriptor for bodies in it
   */
  private record Name(Object file, String name) {
    static Name of(FunctionDeclaration beside, Optional<String> other) {
      Optional<Body> body = beside.body();
      return body.isPresent()
          ? new Name(body.get().source(), other.orElse(beside.name()))
          : new Name(beside.file(), other.orElse(beside.function().name()));
    }
  }

  void add(FunctionDeclaration declaration, Routine.Function function) {
    all.add(function);
    built.put(declaration, function);
    places.put(function, declaration.named());
    byName.put(Name.of(declaration, Optional.empty()), function);
  }

  List<Routine.Function> all() {
    return List.copyOf(all);
  }

  /** That of a declaration; empty if a mistake kept it from being built. */
  Optional<Routine.Function> of(FunctionDeclaration declaration) {
    return Optional.ofNullable(built.get(declaration));
  }

  /** Where an object is named. */
  Place placeOf(DatabaseObject object) {
    Origin origin = object.origin();
    Place place = object instanceof Routine.Function function ? places.get(function) : null;
    return place != null ? place : new Place(origin.file(), origin.position(), Notation.DECORATOR);
  }

  /**
   * The function of a name in the file that a declaration is of: its name in Python, for bodies in
   * the descriptor.
   */
  Optional<Routine.Function> besides(FunctionDeclaration declaration, String name) {
    return Optional.ofNullable(byName.get(Name.of(declaration, Optional.of(name))));
  }
}
