import copy
import pickle
import unittest

from plpython import Row


class RowTest(unittest.TestCase):
    def setUp(self) -> None:
        self.row = Row(isbn="x", title=None)

    def test_reads_columns_as_attributes_and_as_items(self) -> None:
        self.assertEqual(("x", "x"), (self.row.isbn, self.row["isbn"]))
        self.assertIsNone(self.row.title)

    def test_sets_columns_as_attributes_and_as_items(self) -> None:
        self.row.isbn = "y"
        self.row["title"] = "z"
        self.assertEqual(Row(isbn="y", title="z"), self.row)

    def test_is_a_mapping_of_its_columns(self) -> None:
        self.assertEqual(["isbn", "title"], list(self.row))
        self.assertEqual(["isbn", "title"], list(self.row.keys()))
        self.assertEqual({"isbn": "x", "title": None}, dict(self.row))
        self.assertIn("title", self.row)
        self.assertNotIn("tilte", self.row)
        self.assertNotIn("keys", self.row)

    def test_raises_when_the_column_does_not_exist(self) -> None:
        message = 'the row has no column "tilte", it has: isbn, title'
        with self.assertRaisesRegex(AttributeError, message):
            self.row.tilte
        with self.assertRaisesRegex(AttributeError, message):
            self.row.tilte = "z"
        with self.assertRaisesRegex(KeyError, "no column"):
            self.row["tilte"]
        with self.assertRaisesRegex(KeyError, "no column"):
            self.row["tilte"] = "z"
        self.assertEqual(Row(isbn="x", title=None), self.row)

    def test_keeps_its_columns_when_one_is_deleted(self) -> None:
        with self.assertRaisesRegex(AttributeError, "None for NULL"):
            del self.row.isbn

    def test_holds_columns_of_any_name_as_items(self) -> None:
        row = Row(**{"first name": 1, "self": 2, "keys": 3, "_Row__columns": 4})
        row["keys"] += 10
        self.assertEqual([1, 2, 13, 4], [row[name] for name in row])
        self.assertEqual(2, row.self)
        with self.assertRaisesRegex(AttributeError, r'row\["keys"\]'):
            row.keys = 5

    def test_is_equal_when_columns_and_values_are(self) -> None:
        self.assertEqual(Row(a=1, b=2), Row(b=2, a=1))
        self.assertNotEqual(Row(a=1), Row(a=2))
        self.assertNotEqual(Row(a=1), Row(a=1, b=2))
        self.assertNotEqual(Row(a=1), {"a": 1})

    def test_is_not_hashable(self) -> None:
        with self.assertRaises(TypeError):
            hash(self.row)

    def test_repr_shows_columns_and_values(self) -> None:
        self.assertEqual("Row(isbn='x', title=None)", repr(self.row))

    def test_copies_are_equal_and_apart(self) -> None:
        for twin in (
            copy.copy(self.row),
            copy.deepcopy(self.row),
            pickle.loads(pickle.dumps(self.row)),
        ):
            self.assertEqual(self.row, twin)
            twin.isbn = "changed"
            self.assertEqual("x", self.row.isbn)

    def test_dir_lists_columns(self) -> None:
        self.assertLessEqual({"isbn", "title", "keys"}, set(dir(self.row)))


if __name__ == "__main__":
    unittest.main()
