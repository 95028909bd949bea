import unittest

from isbn import clean_isbn, isbn_is_valid
from plpython import Row
from plpython.testing import fire


class IsbnIsValidTest(unittest.TestCase):
    def test_is_true_for_ten_and_thirteen_digits_however_written(self):
        for isbn in ("9780131103627", "978-0-13-110362-7", "0131103628", "0-8044-2957-x"):
            self.assertTrue(isbn_is_valid(isbn), isbn)

    def test_is_false_when_the_check_digit_is_wrong(self):
        for isbn in ("9780131103628", "0131103629", "0804429570"):
            self.assertFalse(isbn_is_valid(isbn), isbn)

    def test_is_false_when_it_is_no_such_number_at_all(self):
        for isbn in ("", "978", "1234567890123", "X131103628", "٩٧٨٠١٣١١٠٣٦٢٧"):
            self.assertFalse(isbn_is_valid(isbn), isbn)


class CleanIsbnTest(unittest.TestCase):
    def test_takes_the_hyphens_out(self):
        new = Row(isbn="978-0-13-110362-7", title="The C Programming Language")
        self.assertEqual({"isbn": "9780131103627"}, fire(clean_isbn, new=new).changed)

    def test_raises_when_the_isbn_is_invalid(self):
        new = Row(isbn="978-0-13-110362-8", title="The C Programming Language")
        with self.assertRaisesRegex(
            ValueError, '"978-0-13-110362-8" of the book "The C Programming Language" is no ISBN'
        ):
            fire(clean_isbn, new=new)


if __name__ == "__main__":
    unittest.main()
