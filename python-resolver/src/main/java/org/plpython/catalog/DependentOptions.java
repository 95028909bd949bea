package org.plpython.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plpython.catalog.DependentDefinition.Options;
import org.plpython.catalog.DependentDefinition.Options.Option;

/** Reads aggregates and operators as the options that create them. */
final class DependentOptions {
  private static final List<String> OF_AGGREGATE =
      List.of(
          "SFUNC",
          "STYPE",
          "SSPACE",
          "FINALFUNC",
          "FINALFUNC_EXTRA",
          "FINALFUNC_MODIFY",
          "COMBINEFUNC",
          "SERIALFUNC",
          "DESERIALFUNC",
          "INITCOND",
          "MSFUNC",
          "MINVFUNC",
          "MSTYPE",
          "MSSPACE",
          "MFINALFUNC",
          "MFINALFUNC_EXTRA",
          "MFINALFUNC_MODIFY",
          "MINITCOND",
          "SORTOP",
          "PARALLEL",
          "HYPOTHETICAL");

  /** An empty text is an option without a value. */
  private static final String AGGREGATES =
      """
      SELECT o.catalog, o.oid, o.sub,
        a.aggtransfn, pg_catalog.format_type(a.aggtranstype, NULL), nullif(a.aggtransspace, 0),
        nullif(a.aggfinalfn::oid, 0)::regproc, CASE WHEN a.aggfinalextra THEN '' END,
        CASE a.aggfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE'
          ELSE 'READ_WRITE' END,
        nullif(a.aggcombinefn::oid, 0)::regproc, nullif(a.aggserialfn::oid, 0)::regproc,
        nullif(a.aggdeserialfn::oid, 0)::regproc, pg_catalog.quote_literal(a.agginitval),
        nullif(a.aggmtransfn::oid, 0)::regproc, nullif(a.aggminvtransfn::oid, 0)::regproc,
        pg_catalog.format_type(nullif(a.aggmtranstype, 0), NULL), nullif(a.aggmtransspace, 0),
        nullif(a.aggmfinalfn::oid, 0)::regproc, CASE WHEN a.aggmfinalextra THEN '' END,
        CASE WHEN a.aggmtransfn::oid <> 0 THEN
          CASE a.aggmfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE'
            ELSE 'READ_WRITE' END
        END,
        pg_catalog.quote_literal(a.aggminitval),
        (SELECT pg_catalog.format('OPERATOR(%I.%s)', n.nspname, s.oprname)
          FROM pg_catalog.pg_operator s
          JOIN pg_catalog.pg_namespace n ON n.oid = s.oprnamespace WHERE s.oid = a.aggsortop),
        CASE p.proparallel WHEN 's' THEN 'SAFE' WHEN 'r' THEN 'RESTRICTED' ELSE 'UNSAFE' END,
        CASE WHEN a.aggkind = 'h' THEN '' END
      FROM asked o
      JOIN pg_catalog.pg_aggregate a ON a.aggfnoid::oid = o.oid
      JOIN pg_catalog.pg_proc p ON p.oid = o.oid""";

  private static final List<String> OF_OPERATOR =
      List.of(
          "FUNCTION",
          "LEFTARG",
          "RIGHTARG",
          "COMMUTATOR",
          "NEGATOR",
          "RESTRICT",
          "JOIN",
          "HASHES",
          "MERGES");

  /** The last column is the owner. */
  private static final String OPERATORS =
      """
      SELECT o.catalog, o.oid, o.sub,
        p.oprcode, pg_catalog.format_type(nullif(p.oprleft, 0), NULL),
        pg_catalog.format_type(nullif(p.oprright, 0), NULL),
        (SELECT pg_catalog.format('OPERATOR(%I.%s)', n.nspname, c.oprname)
          FROM pg_catalog.pg_operator c
          JOIN pg_catalog.pg_namespace n ON n.oid = c.oprnamespace WHERE c.oid = p.oprcom),
        (SELECT pg_catalog.format('OPERATOR(%I.%s)', n.nspname, c.oprname)
          FROM pg_catalog.pg_operator c
          JOIN pg_catalog.pg_namespace n ON n.oid = c.oprnamespace WHERE c.oid = p.oprnegate),
        nullif(p.oprrest::oid, 0)::regproc, nullif(p.oprjoin::oid, 0)::regproc,
        CASE WHEN p.oprcanhash THEN '' END, CASE WHEN p.oprcanmerge THEN '' END,
        pg_catalog.pg_get_userbyid(p.oprowner)
      FROM asked o JOIN pg_catalog.pg_operator p ON p.oid = o.oid""";

  private DependentOptions() {}

  static Map<DependentAddress, DependentDefinition> readAggregates(
      DependentQuery query, Map<DependentAddress, DependentHead> aggregates) throws SQLException {
    Map<DependentAddress, DependentAccess> access =
        DependentAccessReader.read(query, aggregates.keySet());
    Map<DependentAddress, List<Option>> options = new HashMap<>();
    query.list(
        aggregates.keySet(),
        AGGREGATES,
        row -> options.put(DependentAddress.read(row, 1), options(OF_AGGREGATE, row)));
    return define(aggregates, options, access);
  }

  static Map<DependentAddress, DependentDefinition> readOperators(
      DependentQuery query, Map<DependentAddress, DependentHead> operators) throws SQLException {
    Map<DependentAddress, DependentAccess> access = new HashMap<>();
    Map<DependentAddress, List<Option>> options = new HashMap<>();
    query.list(
        operators.keySet(),
        OPERATORS,
        row -> {
          DependentAddress operator = DependentAddress.read(row, 1);
          access.put(operator, new DependentAccess(row.getString(13), List.of(), List.of()));
          return options.put(operator, options(OF_OPERATOR, row));
        });
    return define(operators, options, access);
  }

  private static Map<DependentAddress, DependentDefinition> define(
      Map<DependentAddress, DependentHead> heads,
      Map<DependentAddress, List<Option>> options,
      Map<DependentAddress, DependentAccess> access) {
    Map<DependentAddress, DependentDefinition> found = new HashMap<>();
    heads.forEach(
        (object, head) -> {
          List<Option> its = options.get(object);
          DependentAccess who = access.get(object);
          if (its != null && who != null) {
            found.put(object, new Options(head.created(), its, who));
          }
        });
    return found;
  }

  private static List<Option> options(List<String> names, ResultSet row) throws SQLException {
    List<Option> options = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Optional<String> value = DependentQuery.text(row, 4 + i);
      if (value.isPresent()) {
        options.add(new Option(names.get(i), value.filter(text -> !text.isEmpty())));
      }
    }
    return options;
  }
}
