"""A dictionary of the simplex method: basic variables as affine functions of nonbasic ones that are >= 0."""

from __future__ import annotations

from dataclasses import dataclass, field

from flint import fmpq, fmpq_mat


@dataclass
class Dictionary:
    """basic_i = table[i, 0] + sum_j table[i, j + 1] nonbasic_j, feasible at nonbasic = 0; fixed variables stay zero."""

    table: fmpq_mat
    basic: list[int]
    nonbasic: list[int]
    fixed: set[int] = field(default_factory=set)

    def copy(self) -> Dictionary:
        """A copy to branch from (tables are never changed in place)."""
        return Dictionary(self.table, list(self.basic), list(self.nonbasic), set(self.fixed))

    def value(self, variable: int) -> fmpq:
        """The value of a variable at the current vertex."""
        return self.table[self.basic.index(variable), 0] if variable in self.basic else fmpq(0)

    def drive_to_zero(self, variable: int) -> dict[int, fmpq] | None:
        """Make a variable zero and fix it there.

        If it cannot become zero, return its row: the coefficients of the nonbasic variables, none of them negative
        where the variable is not fixed, while its constant is positive. Bland's rule makes every run end.
        """
        while variable in self.basic:
            row = self.basic.index(variable)
            open_columns = [j for j, name in enumerate(self.nonbasic) if name not in self.fixed]
            if self.table[row, 0] == 0:
                column = next((j for j in open_columns if self.table[row, j + 1] != 0), None)
                if column is None:
                    break
                self.exchange(row, column)
                continue
            falling = [j for j in open_columns if self.table[row, j + 1] < 0]
            if not falling:
                return {
                    name: self.table[row, j + 1] for j, name in enumerate(self.nonbasic) if self.table[row, j + 1] != 0
                }
            column = min(falling, key=self.nonbasic.__getitem__)
            self.exchange(self._leaving(column), column)
        self.fixed.add(variable)
        return None

    def _leaving(self, column: int) -> int:
        """The row whose basic variable first becomes zero as the column's variable grows."""
        rows = [i for i in range(len(self.basic)) if self.table[i, column + 1] < 0]
        return min(rows, key=lambda i: (self.table[i, 0] / -self.table[i, column + 1], self.basic[i]))

    def exchange(self, row: int, column: int) -> None:
        """Exchange a basic and a nonbasic variable, by one rank-one update of the table."""
        height, width = self.table.nrows(), self.table.ncols()
        pivot = self.table[row, column + 1]
        left = [self.table[i, column + 1] for i in range(height)]
        right = [self.table[row, j] / pivot for j in range(width)]
        left[row] += 1
        right[column + 1] = 1 - 1 / pivot
        self.table = self.table - fmpq_mat(height, 1, left) * fmpq_mat(1, width, right)
        self.basic[row], self.nonbasic[column] = self.nonbasic[column], self.basic[row]
