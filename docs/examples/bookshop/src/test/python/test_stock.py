import json
import unittest
from decimal import Decimal

from plpython.testing import PlPy, fire
from stock import Book, audit_book, restock

AUDIT = "INSERT INTO shop.book_audit (book_id, changed_by, changes) VALUES ($1, $2, $3)"


class RestockTest(unittest.TestCase):
    def test_adds_ten_to_the_stock(self):
        old = Book(id=1, name="Design Patterns", amount_stock=20, amount_sold=10)
        new = Book(id=1, name="Design Patterns", amount_stock=20, amount_sold=11)
        self.assertEqual({"amount_stock": 30}, fire(restock, new=new, old=old).changed)


class AuditBookTest(unittest.TestCase):
    def setUp(self):
        self.plpy = PlPy()
        self.old = {"id": 1, "stock": 4, "net_price": Decimal("58.00"), "updated_by": None}

    def updated(self, **columns):
        fire(audit_book, old=self.old, new={**self.old, **columns}, plpy=self.plpy)

    def test_notes_the_changed_columns(self):
        self.plpy.on(AUDIT).affects(1)
        self.updated(stock=3, net_price=Decimal("59.00"), updated_by="ann")
        [(book_id, changed_by, changes)] = [call.arguments for call in self.plpy.executed()]
        self.assertEqual((1, "ann"), (book_id, changed_by))
        self.assertEqual(
            {"stock": [4, 3], "net_price": ["58.00", "59.00"], "updated_by": [None, "ann"]},
            json.loads(changes),
        )

    def test_notes_nothing_when_nothing_changed(self):
        self.updated()
        self.assertEqual([], self.plpy.calls)

    def test_prepares_its_plan_once(self):
        self.plpy.on(AUDIT).times(2).affects(1)
        self.updated(stock=3)
        self.updated(stock=2)
        self.assertEqual(["prepare", "execute", "execute"], [call.name for call in self.plpy.calls])


if __name__ == "__main__":
    unittest.main()
