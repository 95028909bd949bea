package org.plpython.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@PlPythonTest
class ServerPythonTest {

  @Test
  void modules_work_when_imported_in_the_server(PlPythonDatabase database) throws SQLException {
    String body =
        """
        import ctypes, dataclasses, datetime, decimal, hashlib, json, lzma, ssl, uuid, zlib, zoneinfo
        noon = datetime.datetime(2026, 7, 1, 12, tzinfo=zoneinfo.ZoneInfo("Europe/Berlin"))
        return json.dumps([
            hashlib.sha256(b"a").hexdigest()[:8], hashlib.md5(b"a").hexdigest()[:8],
            str(decimal.Decimal("0.1") * 3), noon.isoformat(), ctypes.sizeof(ctypes.c_int64),
            str(uuid.uuid5(uuid.NAMESPACE_DNS, "example.org")), zlib.crc32(b"a"),
            ssl.create_default_context().verify_mode.name, lzma.decompress(lzma.compress(b"a")).decode()])
        """;

    assertThat(Sql.python(database, body))
        .isEqualTo(
            "[\"ca978112\", \"0cc175b9\", \"0.3\", \"2026-07-01T12:00:00+02:00\", 8,"
                + " \"aad03681-8b63-5304-89e0-8ca8f49461b5\", 3904355907, \"CERT_REQUIRED\","
                + " \"a\"]");
  }

  @Test
  void interpreter_is_its_own_whatever_the_machine(PlPythonDatabase database) throws SQLException {
    EmbeddedPostgres server = EmbeddedPostgres.shared();
    String body =
        """
        import ctypes, locale, sys, zoneinfo
        ffi = {line.split()[-1] for line in open("/proc/self/maps") if "libffi" in line}
        return f"{sys.prefix} {sys.executable} {locale.getencoding()} {zoneinfo.TZPATH} {ffi}"
        """;
    String home = server.pythonHome().toString();

    assertThat(Sql.python(database, body))
        .isEqualTo(
            home
                + " "
                + home
                + "/python3 UTF-8 ('"
                + home.replaceAll("python$", "postgres/share/postgresql/timezone")
                + "',) {'"
                + server.standardLibrary()
                + "/lib-dynload/libffi.so.8'}");
  }

  @Test
  void row_trigger_changes_the_row_when_it_says_so(PlPythonDatabase database) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE book (isbn text)");
      statement.execute(
          """
          CREATE FUNCTION clean() RETURNS trigger LANGUAGE plpython3u AS $$
          TD["new"]["isbn"] = TD["new"]["isbn"].replace("-", "")
          return "MODIFY"
          $$""");
      statement.execute(
          "CREATE TRIGGER clean BEFORE INSERT ON book FOR EACH ROW EXECUTE FUNCTION clean()");
      statement.execute("INSERT INTO book VALUES ('978-0-13')");

      assertThat(Sql.value(connection, "SELECT isbn FROM book")).isEqualTo("978013");
    }
  }

  @Test
  void json_transform_can_be_installed(PlPythonDatabase database) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION jsonb_plpython3u");
      statement.execute(
          "CREATE FUNCTION twice(a jsonb) RETURNS jsonb TRANSFORM FOR TYPE jsonb"
              + " LANGUAGE plpython3u AS 'return {\"a\": a[\"a\"] * 2}'");

      assertThat(Sql.value(connection, "SELECT twice('{\"a\": 21}')")).isEqualTo("{\"a\": 42}");
    }
  }
}
