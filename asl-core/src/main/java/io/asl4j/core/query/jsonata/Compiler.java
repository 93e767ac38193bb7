package io.asl4j.core.query.jsonata;

import io.asl4j.core.query.jsonata.Shape.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes code of shapes: names become slots, steps and operators become objects that do them. */
final class Compiler {
  private static final Code NOTHING = new Constructors.Constant(Values.NOTHING);

  private final Library library;
  private boolean handlesFunctions;
  // Whether what was compiled so far of the innermost function may hold on to its frame: a function
  // made inside it, or the tuples of a path.
  private boolean keepsFrame;

  private Compiler(Library library) {
    this.library = library;
  }

  /**
   * A compiled expression.
   *
   * @param slots the size of its outermost frame
   * @param handlesFunctions whether a function could be, or be in, its value
   */
  record Program(Code code, int slots, boolean handlesFunctions) {}

  static Program compile(Shape shape, Library library) {
    Compiler compiler = new Compiler(library);
    Scope scope = Scope.root(BoundNames.in(shape));
    Code code = compiler.body(shape, scope);
    return new Program(code, scope.size(), compiler.handlesFunctions);
  }

  /** An expression whose own block needs no frame besides the one it is run in. */
  private Code body(Shape shape, Scope scope) {
    return isBareBlock(shape)
        ? new Control.Block(all(shape.parts, scope, 1))
        : code(shape, scope, 0);
  }

  static boolean isBareBlock(Shape shape) {
    return shape.kind == Kind.BLOCK
        && shape.predicates.isEmpty()
        && shape.group == null
        && !shape.keepsArray;
  }

  private List<Code> all(List<Shape> shapes, Scope scope, int level) {
    List<Code> codes = new ArrayList<>(shapes.size());
    for (Shape shape : shapes) {
      codes.add(code(shape, scope, level));
    }
    return codes;
  }

  Code code(Shape shape, Scope scope, int level) {
    if (shape.kind == Kind.PATH) {
      return path(shape, scope, level);
    }
    boolean isFollowed = !shape.predicates.isEmpty() || shape.group != null;
    if (shape.kind == Kind.BLOCK && shape.bindsTuples && isFollowed && shape.focus.isEmpty()) {
      // What its own predicates ask for is bound inside it: it is a path of one step.
      Shape path = Shape.path(shape);
      path.group = shape.group;
      path.keepsArray = shape.keepsArray;
      path.bindsTuples = shape.givesTuples && shape.group == null;
      return path(path, scope, level);
    }
    Code bare = bare(shape, scope, level);
    boolean keepsItself = shape.syntax instanceof JsonataSyntax.Apply;
    if (!isFollowed && (keepsItself || !shape.keepsArray)) {
      return bare;
    }
    return new PredicateCode(
        bare,
        filters(shape.predicates, scope, level),
        groups(shape, scope, level),
        shape.keepsArray);
  }

  List<FilterCode> filters(List<Shape.Stage> stages, Scope scope, int level) {
    List<FilterCode> filters = new ArrayList<>(stages.size());
    for (Shape.Stage stage : stages) {
      if (stage.predicate() != null) {
        filters.add(filter(stage.predicate(), scope, level));
      }
    }
    return filters;
  }

  FilterCode filter(Shape predicate, Scope scope, int level) {
    boolean isPosition =
        predicate.kind == Kind.OTHER
            && predicate.syntax instanceof JsonataSyntax.Literal literal
            && literal.value().isNumber();
    if (isPosition) {
      JsonataSyntax.Literal literal = (JsonataSyntax.Literal) predicate.syntax;
      return FilterCode.at(literal.value().doubleValue());
    }
    return FilterCode.where(code(predicate, scope, level + 1));
  }

  List<GroupCode> groups(Shape shape, Scope scope, int level) {
    return shape.group == null
        ? List.of()
        : List.of(group(shape.group, scope, shape.syntax.offset(), level));
  }

  private GroupCode group(List<Shape> pairs, Scope scope, int offset, int level) {
    List<Code> keys = new ArrayList<>();
    List<Code> values = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i += 2) {
      keys.add(code(pairs.get(i), scope, level + 1));
      values.add(code(pairs.get(i + 1), scope, level + 1));
    }
    return new GroupCode(keys, values, offset);
  }

  Code bare(Shape shape, Scope scope, int level) {
    int next = level + 1;
    return switch (shape.syntax) {
      case JsonataSyntax.Literal literal -> new Constructors.Constant(literal.value());
      case JsonataSyntax.Variable variable -> variable(variable.name(), scope, true);
      case JsonataSyntax.Wildcard wildcard -> new Constructors.Wildcard();
      case JsonataSyntax.Descendants descendants -> new Constructors.Descendants();
      case JsonataSyntax.Parent parent -> parent(shape, scope);
      case JsonataSyntax.Regex regex -> regex(regex);
      case JsonataSyntax.ArrayOf array -> array(shape, scope, next);
      case JsonataSyntax.Range range ->
          new Operators.Range(
              code(shape.parts.get(0), scope, next),
              code(shape.parts.get(1), scope, next),
              range.offset());
      case JsonataSyntax.ObjectOf object ->
          new Constructors.ObjectOf(group(shape.parts, scope, object.offset(), level));
      case JsonataSyntax.Block block -> block(shape, scope, next);
      case JsonataSyntax.Negation negation ->
          new Operators.Negation(code(shape.parts.get(0), scope, next), negation.offset());
      case JsonataSyntax.Operation operation ->
          Operators.of(
              operation.operator(),
              code(shape.parts.get(0), scope, next),
              code(shape.parts.get(1), scope, next),
              operation.offset());
      case JsonataSyntax.Conditional conditional -> conditional(shape, scope, next);
      case JsonataSyntax.Bind bind ->
          new Control.Bind(scope.slot(bind.name()), code(shape.parts.get(0), scope, next));
      case JsonataSyntax.Apply apply -> apply(shape, scope, next);
      case JsonataSyntax.Call call -> call(shape, call, scope, level);
      case JsonataSyntax.Lambda lambda -> lambda(shape, lambda, scope);
      case JsonataSyntax.Transform transform -> transform(shape, scope, next);
      case JsonataSyntax.Name name -> new FieldCode(name.name());
      case JsonataSyntax.Dot dot -> throw unexpected(dot);
      case JsonataSyntax.Filter filter -> throw unexpected(filter);
      case JsonataSyntax.KeepArray keep -> throw unexpected(keep);
      case JsonataSyntax.Group group -> throw unexpected(group);
      case JsonataSyntax.Sort sort -> throw unexpected(sort);
      case JsonataSyntax.Focus focus -> throw unexpected(focus);
      case JsonataSyntax.Index index -> throw unexpected(index);
      case JsonataSyntax.Placeholder hole -> throw unexpected(hole);
    };
  }

  private static IllegalStateException unexpected(JsonataSyntax syntax) {
    return new IllegalStateException("Not shaped into a path: " + syntax);
  }

  private Code variable(String name, Scope scope, boolean asValue) {
    if (name.isEmpty()) {
      return new Variables.Context();
    }
    if (name.equals("$")) {
      return new Variables.Root();
    }
    Optional<NativeFunction> function = library.find(name);
    Code read = scope.read(name, new Variables.Free(name, function.orElse(null)));
    handlesFunctions |= asValue && function.isPresent();
    return read;
  }

  private static Code parent(Shape shape, Scope scope) {
    Shape.Ancestor ancestor = shape.ancestor;
    return ancestor == null ? NOTHING : scope.read(ancestor.label, NOTHING);
  }

  private Code regex(JsonataSyntax.Regex regex) {
    handlesFunctions = true;
    return new Constructors.Constant(
        RegexFunction.compile(regex.pattern(), regex.flags(), regex.offset()));
  }

  private Code array(Shape shape, Scope scope, int level) {
    List<Boolean> whole = new ArrayList<>();
    shape.parts.forEach(part -> whole.add(part.kind == Kind.ARRAY));
    return new Constructors.ArrayOf(all(shape.parts, scope, level), whole, shape.constructs);
  }

  private Code block(Shape shape, Scope scope, int level) {
    if (shape.givesTuples && !shape.parts.isEmpty()) {
      shape.lastPart().givesTuples = true;
    }
    Set<String> names = BoundNames.inBlock(shape);
    if (!names.isEmpty()) {
      Scope own = scope.inside(List.of(), names);
      Code block = new Control.Block(all(shape.parts, own, level));
      return new Control.Framed(block, own.size());
    }
    List<Code> codes = all(shape.parts, scope, level);
    return new Control.Block(codes);
  }

  private Code conditional(Shape shape, Scope scope, int level) {
    List<Code> codes = all(shape.parts, scope, level);
    return new Control.Conditional(
        codes.get(0), codes.get(1), codes.size() > 2 ? codes.get(2) : NOTHING);
  }

  private Code apply(Shape shape, Scope scope, int level) {
    Shape function = shape.parts.get(1);
    boolean isCall =
        function.syntax instanceof JsonataSyntax.Call call
            && !call.isPartial()
            && function.kind == Kind.CALL;
    return new Functions.Apply(
        code(shape.parts.get(0), scope, level),
        isCall ? bare(function, scope, level) : code(function, scope, level),
        shape.keepsArray,
        shape.syntax.offset(),
        level);
  }

  private Code call(Shape shape, JsonataSyntax.Call call, Scope scope, int level) {
    Shape called = shape.parts.get(0);
    Code function =
        called.kind == Kind.VARIABLE && called.predicates.isEmpty() && called.group == null
            ? variable(((JsonataSyntax.Variable) called.syntax).name(), scope, false)
            : code(called, scope, level + 1);
    CallCode.Place place =
        new CallCode.Place(calledName(called), namesake(called, scope), call.offset(), level);
    List<Shape> arguments = shape.parts.subList(1, shape.parts.size());
    if (!call.isPartial()) {
      return MergeCode.of(function, all(arguments, scope, level + 1), place);
    }
    handlesFunctions = true;
    List<Optional<Code>> given = new ArrayList<>();
    for (Shape argument : arguments) {
      boolean open = argument.syntax instanceof JsonataSyntax.Placeholder;
      given.add(open ? Optional.empty() : Optional.of(code(argument, scope, level + 1)));
    }
    return new Functions.Partial(function, given, place);
  }

  private static String calledName(Shape called) {
    Shape first = called.kind == Kind.PATH ? called.parts.get(0) : called;
    return switch (first.syntax) {
      case JsonataSyntax.Name name -> name.name();
      case JsonataSyntax.Variable variable -> variable.name();
      case JsonataSyntax.Literal literal -> literal.value().asText();
      default -> "";
    };
  }

  private Code namesake(Shape called, Scope scope) {
    boolean isField = called.kind == Kind.PATH && called.parts.get(0).kind == Kind.NAME;
    return isField ? variable(calledName(called), scope, false) : NOTHING;
  }

  private Code lambda(Shape shape, JsonataSyntax.Lambda lambda, Scope scope) {
    handlesFunctions = true;
    Shape body = shape.parts.get(0);
    Scope own = scope.inside(lambda.parameters(), BoundNames.in(body));
    keepsFrame = false;
    Code code = body(body, own);
    boolean bodyKeepsFrame = keepsFrame;
    keepsFrame = true;
    Signature signature =
        lambda.signature().isEmpty() ? null : Signature.parse(lambda.signature(), lambda.offset());
    return new Functions.Defined(
        new Lambda.Definition(
            lambda.parameters().size(),
            own.size(),
            signature,
            Control.Block.opened(code),
            bodyKeepsFrame));
  }

  private Code transform(Shape shape, Scope scope, int level) {
    handlesFunctions = true;
    keepsFrame = true;
    List<Code> codes = all(shape.parts, scope, level);
    return new Constructors.Transform(
        codes.get(0),
        codes.get(1),
        codes.size() > 2 ? codes.get(2) : NOTHING,
        variable("clone", scope, false),
        shape.syntax.offset());
  }

  Code path(Shape path, Scope scope, int level) {
    int tuplesFrom = 0;
    while (tuplesFrom < path.parts.size() && !path.parts.get(tuplesFrom).bindsTuples) {
      tuplesFrom++;
    }
    Shape first = path.parts.get(0);
    PathCode.Start start =
        switch (first.kind) {
          case VARIABLE -> PathCode.Start.WHOLE;
          default -> first.constructs ? PathCode.Start.CONSTRUCTED : PathCode.Start.EACH;
        };
    List<PathCode.Step> steps = new ArrayList<>();
    for (Shape step : path.parts.subList(0, tuplesFrom)) {
      steps.add(step(step, scope, level + 1));
    }
    PathCode.Keep keep =
        path.keepsSingleton
            ? PathCode.Keep.ALWAYS
            : path.keepsArray ? PathCode.Keep.SEQUENCES : PathCode.Keep.NEVER;
    if (tuplesFrom < path.parts.size()) {
      keepsFrame = true;
      List<Shape> rest = path.parts.subList(tuplesFrom, path.parts.size());
      return new TuplePathCompiler(this, path, rest, scope, level).code(steps, start, keep);
    }
    Code code = plainPath(path, steps, start, keep);
    return path.group == null
        ? code
        : new PredicateCode(code, List.of(), groups(path, scope, level), false);
  }

  private static Code plainPath(
      Shape path, List<PathCode.Step> steps, PathCode.Start start, PathCode.Keep keep) {
    Shape first = path.parts.get(0);
    boolean isField =
        path.parts.size() == 1
            && first.kind == Kind.NAME
            && first.stages.isEmpty()
            && keep == PathCode.Keep.NEVER;
    if (isField) {
      return new FieldCode(((JsonataSyntax.Name) first.syntax).name());
    }
    return new PathCode(steps, start, keep).shortened();
  }

  private PathCode.Step step(Shape step, Scope scope, int level) {
    List<FilterCode> filters = filters(step.stages, scope, level);
    if (step.kind == Kind.SORT) {
      return new PathCode.Sorted(sort(step, scope, level), filters);
    }
    PathCode.Step bare =
        step.kind == Kind.NAME
            ? new PathCode.Field(((JsonataSyntax.Name) step.syntax).name())
            : new PathCode.Expression(code(step, scope, level));
    return filters.isEmpty() ? bare : new PathCode.Filtered(bare, filters);
  }

  SortCode sort(Shape step, Scope scope, int level) {
    JsonataSyntax.Sort sort = (JsonataSyntax.Sort) step.syntax;
    List<Boolean> descending = new ArrayList<>();
    sort.terms().forEach(term -> descending.add(term.descending()));
    return new SortCode(all(step.parts, scope, level + 1), descending, sort.offset());
  }
}
