import json
import unittest
from decimal import Decimal
from unittest.mock import Mock

from plpython import plpy
from stock import Book, audit_book, restock


class RestockTest(unittest.TestCase):
    def test_adds_ten_to_the_stock(self):
        old = Book(id=1, name="Design Patterns", amount_stock=20, amount_sold=10)
        new = Book(id=1, name="Design Patterns", amount_stock=20, amount_sold=11)
        restock(new, old, {}, plpy)
        self.assertEqual(Book(1, "Design Patterns", amount_stock=30, amount_sold=11), new)


class AuditBookTest(unittest.TestCase):
    def setUp(self):
        self.plpy = Mock()
        self.old = {"id": 1, "stock": 4, "net_price": Decimal("58.00"), "updated_by": None}

    def updated(self, **columns):
        audit_book({"old": self.old, "new": {**self.old, **columns}}, self.plpy)

    def test_notes_the_changed_columns(self):
        self.updated(stock=3, net_price=Decimal("59.00"), updated_by="ann")
        ((plan, (book_id, changed_by, changes)), _) = self.plpy.execute.call_args
        self.assertIs(self.plpy.prepare.return_value, plan)
        self.assertEqual((1, "ann"), (book_id, changed_by))
        self.assertEqual(
            {"stock": [4, 3], "net_price": ["58.00", "59.00"], "updated_by": [None, "ann"]},
            json.loads(changes),
        )

    def test_notes_nothing_when_nothing_changed(self):
        self.updated()
        self.plpy.execute.assert_not_called()

    def test_prepares_its_plan_once(self):
        self.updated(stock=3)
        self.updated(stock=2)
        self.plpy.prepare.assert_called_once()


if __name__ == "__main__":
    unittest.main()
