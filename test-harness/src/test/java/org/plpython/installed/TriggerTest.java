package org.plpython.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plpython.harness.ServerTest;

/** Row triggers on a table with a generated column, arrays and JSON. */
@ServerTest
class TriggerTest {
  private final Installed database;

  TriggerTest(Connection connection) {
    this.database = new Installed(connection);
  }

  @BeforeEach
  void freshTable() throws SQLException {
    database.execute(
        "DROP SCHEMA public CASCADE",
        "CREATE SCHEMA public",
        "CREATE TABLE book (id int PRIMARY KEY, isbn text, tags text[], price numeric(10,2),"
            + " info jsonb, gross numeric GENERATED ALWAYS AS (price * 2) STORED)",
        "INSERT INTO book VALUES (1, '1-1', '[0:1]={a,b}', 1.50, '{\"a\": 1}')",
        "INSERT INTO book VALUES (2, '2-2')");
  }

  private Installed install(String... lines) {
    return database.install(
        "from plpython import Row, plpy, pltable, pltrigger\n" + String.join("\n", lines) + "\n");
  }

  private static final String BEFORE = "@pltrigger(event='UPDATE', when='BEFORE', table='book')";

  private @Nullable String firstBook() throws SQLException {
    return database.value("SELECT (id, isbn, tags, price, info)::text FROM book WHERE id = 1");
  }

  @Test
  void change_is_kept_and_other_columns_stay_exact_when_new_is_changed() throws SQLException {
    install(BEFORE, "def f(new):", "    new.isbn = new['isbn'].replace('-', '')");
    database.execute("UPDATE book SET id = id");
    assertThat(firstBook()).isEqualTo("(1,11,\"[0:1]={a,b}\",1.50,\"{\"\"a\"\": 1}\")");
    assertThat(database.query("SELECT isbn FROM book ORDER BY id")).containsExactly("11", "22");
  }

  @Test
  void change_is_kept_when_it_is_made_through_td() throws SQLException {
    install(BEFORE, "def f(td, plpy):", "    td['new']['isbn'] += '!'");
    database.execute("UPDATE book SET id = id");
    assertThat(database.value("SELECT isbn FROM book WHERE id = 1")).isEqualTo("1-1!");
  }

  @Test
  void change_is_kept_when_td_gets_a_new_row() throws SQLException {
    install(BEFORE, "def f(td):", "    td['new'] = dict(td['new'], isbn='all new')");
    database.execute("UPDATE book SET id = id");
    assertThat(database.value("SELECT isbn FROM book WHERE id = 1")).isEqualTo("all new");
  }

  @Test
  void change_is_kept_when_a_list_is_changed_in_place() throws SQLException {
    install(BEFORE, "def f(new):", "    new.tags and new.tags.append('c')");
    database.execute("UPDATE book SET id = id");
    assertThat(database.query("SELECT tags FROM book ORDER BY id"))
        .containsExactly("{a,b,c}", null);
  }

  @Test
  void change_is_kept_when_only_the_scale_of_a_number_changes() throws SQLException {
    database.execute(
        "ALTER TABLE book DROP COLUMN gross", "ALTER TABLE book ALTER price TYPE numeric");
    install("from decimal import Decimal", BEFORE, "def f(new):", "    new.price = Decimal('1.5')");
    database.execute("UPDATE book SET id = id");
    assertThat(database.value("SELECT price FROM book WHERE id = 1")).isEqualTo("1.5");
  }

  @Test
  void row_is_skipped_when_skip_is_returned() throws SQLException {
    install(BEFORE, "def f(new, old):", "    new.isbn = 'x'", "    return 'SKIP'");
    database.execute("UPDATE book SET id = id + 10");
    assertThat(database.query("SELECT isbn FROM book ORDER BY id")).containsExactly("1-1", "2-2");
  }

  @Test
  void change_is_kept_when_modify_or_ok_is_returned() throws SQLException {
    install(
        BEFORE,
        "def f(new):",
        "    new.isbn += '!'",
        "    return 'OK' if new.id == 1 else 'MODIFY'");
    database.execute("UPDATE book SET id = id");
    assertThat(database.query("SELECT isbn FROM book ORDER BY id")).containsExactly("1-1!", "2-2!");
  }

  @Test
  void error_tells_what_to_return_when_something_else_is_returned() {
    install(BEFORE, "def f(new):", "    return new");
    assertThatThrownBy(() -> database.execute("UPDATE book SET id = id"))
        .hasMessageContaining("returns None, 'OK', 'SKIP' or 'MODIFY', not Row(id=1");
  }

  @Test
  void result_does_not_matter_when_row_is_written_already() throws SQLException {
    install(
        "@pltrigger(event='UPDATE', when='AFTER', table='book')", "def f(new):", "    return new");
    database.execute("UPDATE book SET isbn = 'x'");
    assertThat(database.query("SELECT isbn FROM book")).containsExactly("x", "x");
  }

  @Test
  void new_is_none_on_delete_and_old_on_insert_when_one_function_takes_all() throws SQLException {
    database.execute("CREATE TABLE seen (what text)");
    install(
        "@pltrigger(event='INSERT OR UPDATE OR DELETE', when='AFTER', table='book', name='after_')",
        "@pltrigger(event='INSERT OR UPDATE OR DELETE', when='BEFORE', table='book')",
        "def f(td, old, plpy, new):",
        "    text = f\"{td['when']} {old and old.id} {new and new.id}\"",
        "    plpy.execute(plpy.prepare('INSERT INTO seen VALUES ($1)', ['text']), [text])",
        "    return 'MODIFY' if td['event'] == 'DELETE' else None");
    database.execute("INSERT INTO book VALUES (3)", "UPDATE book SET id = 4 WHERE id = 3");
    database.execute("DELETE FROM book WHERE id = 4");
    assertThat(database.query("SELECT what FROM seen"))
        .containsExactly(
            "BEFORE None 3",
            "AFTER None 3",
            "BEFORE 3 4",
            "AFTER 3 4",
            "BEFORE 4 None",
            "AFTER 4 None");
  }

  @Test
  void error_says_so_when_a_row_is_changed_that_cannot_be() {
    install(
        "@pltrigger(event='UPDATE', when='AFTER', table='book')",
        "def f(new):",
        "    new.isbn = 'lost'");
    assertThatThrownBy(() -> database.execute("UPDATE book SET id = id"))
        .hasMessageContaining("column 'isbn' cannot be changed here");
    install(BEFORE, "def g(new, old):", "    old['isbn'] = 'lost'");
    assertThatThrownBy(() -> database.execute("UPDATE book SET id = id"))
        .hasMessageContaining("column 'isbn' cannot be changed here");
  }

  @Test
  void error_names_the_column_when_there_is_none() {
    install(BEFORE, "def f(new):", "    return new.isnb");
    assertThatThrownBy(() -> database.execute("UPDATE book SET id = id"))
        .hasMessageContaining("the row has no column 'isnb'");
    install(BEFORE, "def f(new):", "    new.isnb = 1");
    assertThatThrownBy(() -> database.execute("UPDATE book SET id = id"))
        .hasMessageContaining("isnb");
  }

  @Test
  void row_behaves_like_a_mapping_when_code_treats_it_as_one() throws SQLException {
    install(
        BEFORE,
        "def f(new: Row, old: Row):",
        "    assert isinstance(new, Row) and isinstance(old, Row) and new != old",
        "    assert 'isbn' in new and 'gross' in old and 'gross' not in new and len(new) == 5",
        "    assert dict(new) == dict(**new) and list(new) == list(new.keys())",
        "    new.isbn = repr(new)[:8]");
    database.execute("UPDATE book SET id = id");
    assertThat(database.value("SELECT isbn FROM book WHERE id = 1")).isEqualTo("Row(id=1");
  }

  @Test
  void model_objects_arrive_and_leave_when_a_dataclass_stands_for_the_table() throws SQLException {
    install(
        "from dataclasses import dataclass",
        "from decimal import Decimal",
        "from typing import Dict, List, Optional",
        "@pltable('book')",
        "@dataclass",
        "class Book:",
        "    id: int",
        "    isbn: str",
        "    price: Optional[Decimal]",
        "    info: Dict[str, int]",
        "    note: str = 'no column'",
        "    def clean(self):",
        "        self.isbn = self.isbn.replace('-', '')",
        "@pltrigger(event='INSERT OR UPDATE', when='BEFORE', model=Book)",
        "def f(new: Book, old: Book, td, plpy):",
        "    new.clean()",
        "    if new.info: new.info['b'] = len(old.isbn)",
        "    new.note = 'not kept'");
    database.execute("UPDATE book SET id = id");
    assertThat(firstBook())
        .isEqualTo("(1,11,\"[0:1]={a,b}\",1.50,\"{\"\"a\"\": 1, \"\"b\"\": 3}\")");
    database.execute("INSERT INTO book VALUES (3, '3-3')");
    assertThat(database.value("SELECT isbn FROM book WHERE id = 3")).isEqualTo("33");
  }

  @Test
  void model_is_made_from_all_columns_when_it_is_no_dataclass() throws SQLException {
    install(
        "class Book:",
        "    __tablename__ = 'book'",
        "    def __init__(self, **columns):",
        "        self.__dict__.update(columns)",
        "@pltrigger(event='UPDATE', when='BEFORE', model=Book)",
        "def f(new, old, td):",
        "    assert isinstance(new, Book)",
        "    new.isbn += '!'",
        "    td['new']['tags'] = ['through td']");
    database.execute("UPDATE book SET id = id");
    assertThat(firstBook()).isEqualTo("(1,1-1!,\"{\"\"through td\"\"}\",1.50,\"{\"\"a\"\": 1}\")");
  }

  @Test
  void model_is_filled_when_it_has_no_init_of_its_own() throws SQLException {
    install(
        "class Book:",
        "    __tablename__ = 'book'",
        "    isbn: str",
        "@pltrigger(event='UPDATE', when='BEFORE', model=Book)",
        "def f(new, old):",
        "    new.isbn = old.isbn + '!'");
    database.execute("UPDATE book SET id = id");
    assertThat(database.query("SELECT isbn FROM book ORDER BY id")).containsExactly("1-1!", "2-2!");
  }

  @Test
  void change_is_kept_when_a_model_gets_a_column_that_is_no_field() throws SQLException {
    install(
        "from dataclasses import dataclass",
        "@pltable('book')",
        "@dataclass",
        "class Book:",
        "    id: int",
        "@pltrigger(event='UPDATE', when='BEFORE', model=Book)",
        "def f(new, old):",
        "    new.isbn, new.other = 'set', 'no column'");
    database.execute("UPDATE book SET id = id");
    assertThat(database.query("SELECT isbn FROM book")).containsExactly("set", "set");
  }

  @Test
  void column_stays_when_only_the_models_constructor_changes_it() throws SQLException {
    install(
        "from dataclasses import dataclass, field",
        "from typing import Optional",
        "@pltable('book')",
        "@dataclass",
        "class Book:",
        "    id: int",
        "    isbn: str",
        "    tags: list = field(default_factory=list, init=False)",
        "    def __post_init__(self): self.isbn = self.isbn.upper() + '?'",
        "    def touch(self): self.price = 7",
        "@pltrigger(event='UPDATE', when='BEFORE', model=Book)",
        "def f(new: Optional[Book], old: 'Book | None'):",
        "    new.touch()");
    database.execute("UPDATE book SET id = id");
    assertThat(firstBook()).isEqualTo("(1,1-1,\"[0:1]={a,b}\",7.00,\"{\"\"a\"\": 1}\")");
  }

  @Test
  void composite_columns_pass_when_a_model_annotates_them_as_dict() throws SQLException {
    database.execute("CREATE TYPE size AS (w int, h int)", "ALTER TABLE book ADD size size");
    database.execute("UPDATE book SET size = (1, 2)");
    install(
        "from dataclasses import dataclass",
        "@pltable('book')",
        "@dataclass",
        "class Book:",
        "    size: dict",
        "@pltrigger(event='UPDATE', when='BEFORE', model=Book)",
        "def f(new: Book):",
        "    new.size = dict(new.size, w=3)");
    database.execute("UPDATE book SET id = id");
    assertThat(database.query("SELECT size FROM book")).containsExactly("(3,2)", "(3,2)");
  }

  @Test
  void field_is_none_when_its_generated_column_is_not_computed_yet() throws SQLException {
    install(
        "from dataclasses import dataclass",
        "@pltable('book')",
        "@dataclass",
        "class Book:",
        "    isbn: str",
        "    gross: float",
        "@pltrigger(event='UPDATE', when='BEFORE', model=Book)",
        "def f(new, old):",
        "    new.isbn = f'{new.gross} {old.gross}'");
    database.execute("UPDATE book SET id = id");
    assertThat(database.value("SELECT isbn FROM book WHERE id = 1")).isEqualTo("None 3.00");
  }

  @Test
  void row_is_a_mapping_when_a_column_is_named_keys() throws SQLException {
    database.execute("ALTER TABLE book ADD keys text DEFAULT 'k'");
    install(BEFORE, "def f(new):", "    new.isbn = dict(new)['keys']", "    new['keys'] = 'new'");
    database.execute("UPDATE book SET id = id");
    assertThat(database.value("SELECT isbn || keys FROM book WHERE id = 1")).isEqualTo("knew");
  }

  @Test
  void trigger_fires_as_declared_when_columns_and_condition_are_given() throws SQLException {
    install(
        "@pltrigger(event='UPDATE', when='BEFORE', table='public.book', of=['isbn', 'price'],",
        "           name='Odd name', condition='old.id = 1')",
        "def f(new):",
        "    new.tags = ['fired']");
    database.execute("UPDATE book SET info = NULL");
    assertThat(database.value("SELECT count(*) FROM book WHERE tags = '{fired}'")).isEqualTo("0");
    database.execute("UPDATE book SET isbn = 'x'");
    assertThat(database.value("SELECT string_agg(id::text, '') FROM book WHERE tags = '{fired}'"))
        .isEqualTo("1");
    assertThat(database.value("SELECT tgname FROM pg_trigger")).isEqualTo("Odd name");
  }

  @Test
  void code_is_loaded_once_when_partitions_share_a_trigger() throws SQLException {
    database.execute(
        "CREATE TABLE part (id int, loaded int) PARTITION BY LIST (id)",
        "CREATE TABLE part1 PARTITION OF part FOR VALUES IN (1)",
        "CREATE TABLE part2 PARTITION OF part FOR VALUES IN (2)");
    install(
        "COUNT = []",
        "COUNT.append(1)",
        "@pltrigger(event='INSERT', when='BEFORE', table='part')",
        "def f(new):",
        "    COUNT.append(1)",
        "    new.loaded = len(COUNT)");
    database.execute("INSERT INTO part VALUES (1), (2)");
    assertThat(database.query("SELECT loaded FROM part ORDER BY id")).containsExactly("2", "3");
  }
}
