-- library.sort_key is Python, and here before its own migration: it is marked install="early".
INSERT INTO library.book VALUES (1, 'The Art of Computer Programming', library.sort_key('The Art of Computer Programming'));
