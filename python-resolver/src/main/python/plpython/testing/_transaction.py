"""What happens with plpy's calls, and what of it is rolled back."""

from typing import List

from ._calls import Call
from ._errors import spi_error
from ._results import PLyCursor


class Mark:
    """What was done since a transaction or a subtransaction began."""

    def __init__(self) -> None:
        self.calls: List[Call] = []
        self.cursors: List[PLyCursor] = []

    def undo(self) -> None:
        """It is rolled back."""
        for call in self.calls:
            call.rolled_back = True
        for cursor in self.cursors:
            cursor._abort()


class Transaction:
    """A transaction with the subtransactions that are open in it."""

    def __init__(self) -> None:
        self._marks = [Mark()]
        self.is_atomic = False  # a trigger's function cannot end it

    def add(self, call: Call) -> None:
        """Something was done."""
        self._marks[-1].calls.append(call)

    def opened(self, cursor: PLyCursor) -> None:
        """A cursor lives until its subtransaction is rolled back; that of none, always."""
        if len(self._marks) > 1:
            self._marks[-1].cursors.append(cursor)

    def begin(self, call: Call) -> None:
        """A subtransaction begins."""
        self._marks.append(Mark())
        self.add(call)

    def end(self, is_failed: bool) -> None:
        """The last one that began ends, whichever object it is asked of."""
        mark = self._marks.pop()
        if is_failed:
            mark.undo()
        else:
            self._marks[-1].calls += mark.calls
            if len(self._marks) > 1:
                self._marks[-1].cursors += mark.cursors

    def abort_open(self, kept: int) -> int:
        """Rolls back what was not exited, but for the first ones; returns how many those were."""
        count = len(self._marks) - 1 - kept
        for _ in range(count):
            self.end(True)
        return count

    def depth(self) -> int:
        """How many subtransactions are open."""
        return len(self._marks) - 1

    def finish(self, verb: str, is_undone: bool) -> None:
        """The transaction ends, and the next one begins."""
        if self.is_atomic:
            raise spi_error("2D000", "invalid transaction termination")
        if len(self._marks) > 1:
            raise spi_error("2D000", f"cannot {verb} while a subtransaction is active")
        if is_undone:
            self._marks[0].undo()
        self._marks = [Mark()]
