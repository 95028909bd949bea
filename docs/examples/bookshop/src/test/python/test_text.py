import unittest

from plpython import Row
from plpython.testing import fire
from text import set_slug, shelf_card, slugify, word_counts


class SlugifyTest(unittest.TestCase):
    def test_makes_small_words_with_hyphens(self):
        self.assertEqual("the-c-programming-language", slugify("The C Programming Language"))

    def test_writes_letters_without_their_accents(self):
        self.assertEqual("godel-escher-bach", slugify("Gödel, Escher, Bach!"))
        self.assertEqual("in-der-strasse", slugify("In der Straße"))

    def test_is_empty_when_nothing_is_left(self):
        self.assertEqual("", slugify("…"))


class WordCountsTest(unittest.TestCase):
    def test_counts_words_whatever_their_case(self):
        self.assertEqual({"the": 2, "cat": 1, "hat": 1}, word_counts("The cat, the hat."))


class ShelfCardTest(unittest.TestCase):
    def test_prints_the_card_as_it_stands(self):
        self.assertEqual(
            "+----------------------------------------+\n"
            "  The C Programming Language\n"
            "      by Brian W. Kernighan, Dennis M. Ritchie\n"
            "+----------------------------------------+\n",
            shelf_card("The C Programming Language", ["Brian W. Kernighan", "Dennis M. Ritchie"]),
        )

    def test_says_so_when_there_is_no_author(self):
        self.assertIn("by an unknown hand\n", shelf_card("Beowulf", []))


class SetSlugTest(unittest.TestCase):
    def test_sets_the_slug_of_the_title(self):
        fired = fire(set_slug, new=Row(title="Design Patterns", slug=None))
        self.assertEqual(Row(title="Design Patterns", slug="design-patterns"), fired.row)


if __name__ == "__main__":
    unittest.main()
