-- On a first migration these rows are here before the Python triggers are: repeatable migrations
-- run after the versioned ones. So the ISBNs are written clean, and the slugs stay NULL until
-- somebody updates a title.
INSERT INTO shop.book (isbn, title, authors, tags, net_price, stock) VALUES
  ('9780262510875', 'Structure and Interpretation of Computer Programs',
    '{Harold Abelson,Gerald Jay Sussman}', '{"language": "Scheme"}', 58.00, 4),
  ('9780131103627', 'The C Programming Language',
    '{Brian W. Kernighan,Dennis M. Ritchie}', '{"language": "C"}', 49.50, 7),
  ('9780201633610', 'Design Patterns',
    '{Erich Gamma,Richard Helm,Ralph Johnson,John Vlissides}', '{"language": "C++"}', 45.90, 2),
  ('9780465026562', 'Gödel, Escher, Bach: An Eternal Golden Braid',
    '{Douglas R. Hofstadter}', '{"shelf": "Philosophy"}', 21.95, 0);

INSERT INTO public.books_book (name) VALUES
  ('Structure and Interpretation of Computer Programs'),
  ('The C Programming Language');
