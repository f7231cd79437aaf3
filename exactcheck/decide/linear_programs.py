"""Linear programs over the rationals, by an exact simplex method that says why its answer is right."""

from __future__ import annotations

from dataclasses import dataclass

from flint import fmpq, fmpq_mat

from .deadlines import require_time

Vector = dict[int, fmpq]


@dataclass(frozen=True)
class Optimal:
    """The least costs: a solution, and prices y of the places that show that no other costs less.

    By the prices every solution costs at least <target, y> + sum_k capacity_k min(0, cost_k - <column_k, y>), where a
    column without a capacity has cost_k >= <column_k, y>; this solution costs as much.
    """

    solution: Vector
    prices: Vector


@dataclass(frozen=True)
class Infeasible:
    """There is no solution: <target, y> > sum_k capacity_k max(0, <column_k, y>) for the prices y.

    A column without a capacity has <column_k, y> <= 0.
    """

    prices: Vector


@dataclass(frozen=True)
class Unbounded:
    """Costs fall without end from the solution along the ray, which uses columns without a capacity only."""

    solution: Vector
    ray: Vector


def feasible(columns: list[Vector], target: Vector, capacities: Vector) -> Feasible | Infeasible:
    """All weights x >= 0 with sum_k x_k column_k = target and x_k <= capacity_k, or why there are none.

    Columns and target are sparse vectors over numbered places. A column without a capacity is unlimited; capacities are
    positive. The first phase of the simplex method, with Bland's rule, which always ends.
    """
    program = Simplex(columns, target, capacities)
    while any(program.values[i] for i in program.artificial_rows()):
        entering = program.entering(program.artificial_costs())
        if entering is None:
            return Infeasible(program.prices(program.artificial_costs()))
        program.enter(entering)
    program.close()
    return Feasible(program)


@dataclass(frozen=True)
class Feasible:
    """The solutions of a linear program, at one of them; the next search begins where the last one ended."""

    program: Simplex

    def least(self, costs: Vector) -> Optimal | Unbounded:
        """Minimize sum_k cost_k x_k; what is absent costs nothing. The second phase of the simplex method."""
        program = self.program
        while (entering := program.entering(costs)) is not None:
            if not program.enter(entering):
                return Unbounded(program.solution(), program.ray(entering))
        return Optimal(program.solution(), program.prices(costs))

    def negative(self, costs: Vector) -> Vector | None:
        """The first solution of negative costs on the way to the least ones; None if there is none.

        Only for costs that are at most zero, so that no other costs make up for them.
        """
        program = self.program
        while not any(costs.get(k, fmpq(0)) < 0 for k in program.solution()):
            entering = program.entering(costs)
            if entering is None:
                return None
            if not program.enter(entering):
                start, ray = program.solution(), program.ray(entering)
                return {k: start.get(k, fmpq(0)) + ray.get(k, fmpq(0)) for k in start | ray}
        return program.solution()


def least_costs(
    columns: list[Vector], target: Vector, costs: Vector, capacities: Vector
) -> Optimal | Infeasible | Unbounded:
    """Minimize sum_k cost_k x_k over all weights x >= 0 with sum_k x_k column_k = target and x_k <= capacity_k."""
    found = feasible(columns, target, capacities)
    return found if isinstance(found, Infeasible) else found.least(costs)


def nonnegative_solution(columns: list[Vector], target: Vector) -> Vector | None:
    """Weights x >= 0 with sum_k x_k column_k = target, at most one for each equation; None if there are none."""
    found = least_costs(columns, target, {}, {})
    return found.solution if isinstance(found, Optimal) else None


class Simplex:
    """A basis of columns and its tableau; every other column has weight zero, or is full: at its capacity.

    An artificial column for each place, numbered after the given ones, makes up for what is missing to the target. It
    never comes back once it has left the basis, and `close` forbids those that stay to be used again.
    """

    def __init__(self, columns: list[Vector], target: Vector, capacities: Vector) -> None:
        self.places = sorted(set(target).union(*columns))
        self.width = len(columns)
        self.columns = columns
        self.capacities = dict(capacities)
        self.signs = [-1 if target.get(place, 0) < 0 else 1 for place in self.places]
        self.tableau = fmpq_mat(
            len(self.places),
            self.width,
            [
                sign * column.get(place, fmpq(0))
                for place, sign in zip(self.places, self.signs, strict=True)
                for column in columns
            ],
        )
        self.basis = [self.width + i for i in range(len(self.places))]
        self.values = [sign * target.get(place, fmpq(0)) for place, sign in zip(self.places, self.signs, strict=True)]
        self.full: set[int] = set()

    def artificial_rows(self) -> list[int]:
        """The rows whose basic column is artificial."""
        return [i for i, k in enumerate(self.basis) if k >= self.width]

    def artificial_costs(self) -> Vector:
        """The costs of what is missing to the target."""
        return {self.width + i: fmpq(1) for i in range(len(self.places))}

    def close(self) -> None:
        """From here on artificial columns have the capacity zero."""
        self.capacities.update((self.width + i, fmpq(0)) for i in range(len(self.places)))

    def entering(self, costs: Vector) -> int | None:
        """The first column by whose change the costs fall, if there is one."""
        basic = fmpq_mat(1, len(self.basis), [costs.get(k, fmpq(0)) for k in self.basis])
        saved = (basic * self.tableau).entries()
        for j in range(self.width):
            reduced = costs.get(j, fmpq(0)) - saved[j]
            if (reduced > 0 if j in self.full else reduced < 0) and j not in self.basis:
                return j
        return None

    def enter(self, j: int) -> bool:
        """Change the weight of column j until a weight reaches an end of its range; False if none ever does."""
        require_time()
        was_full = j in self.full
        rising = -1 if was_full else 1
        slopes = [-rising * self.tableau[i, j] for i in range(len(self.basis))]
        steps = [(self._step(i, slope), self.basis[i], i) for i, slope in enumerate(slopes) if self._limits(i, slope)]
        if j in self.capacities:
            steps.append((self.capacities[j], j, -1))
        if not steps:
            return False
        step, _, row = min(steps)
        self.values = [value + step * slope for value, slope in zip(self.values, slopes, strict=True)]
        self.full.discard(j)
        if row >= 0:
            start = self.capacities[j] if was_full else fmpq(0)
            self._exchange(row, j, start + rising * step, at_capacity=slopes[row] > 0)
        elif not was_full:
            self.full.add(j)
        return True

    def _limits(self, i: int, slope: fmpq) -> bool:
        """True if the weight of the i-th basic column reaches an end of its range along the slope."""
        return bool(slope < 0) or bool(slope > 0 and self.basis[i] in self.capacities)

    def _step(self, i: int, slope: fmpq) -> fmpq:
        """How long the weight of the i-th basic column may change at the rate of the slope."""
        room = self.values[i] if slope < 0 else self.capacities[self.basis[i]] - self.values[i]
        return room / abs(slope)

    def _exchange(self, row: int, j: int, value: fmpq, at_capacity: bool) -> None:
        """Column j becomes basic in the place of the row's column, which is then empty or full."""
        if at_capacity:
            self.full.add(self.basis[row])
        self.tableau = pivot(self.tableau, row, j)
        self.basis[row], self.values[row] = j, value

    def solution(self) -> Vector:
        """The weights that are not zero."""
        full = {j: self.capacities[j] for j in self.full if j < self.width}
        basic = {k: v for k, v in zip(self.basis, self.values, strict=True) if k < self.width and v != 0}
        return full | basic

    def ray(self, j: int) -> Vector:
        """How the weights change as that of column j grows."""
        slopes = {k: -self.tableau[i, j] for i, k in enumerate(self.basis) if self.tableau[i, j] != 0}
        return {j: fmpq(1)} | slopes

    def prices(self, costs: Vector) -> Vector:
        """The y with <column_k, y> = cost_k for all basic columns."""
        height = len(self.places)
        entries = [self._column(k).get(place, fmpq(0)) for k in self.basis for place in self.places]
        basic = fmpq_mat(height, 1, [costs.get(k, fmpq(0)) for k in self.basis])
        solved = fmpq_mat(height, height, entries).solve(basic).entries() if height else []
        return dict(zip(self.places, solved, strict=True))

    def _column(self, k: int) -> Vector:
        """A given or an artificial column."""
        if k < self.width:
            return self.columns[k]
        return {self.places[k - self.width]: fmpq(self.signs[k - self.width])}


def pivot(tableau: fmpq_mat, row: int, column: int) -> fmpq_mat:
    """The tableau with the column turned into a unit vector, by one rank-one update."""
    height, width = tableau.nrows(), tableau.ncols()
    value = tableau[row, column]
    left = fmpq_mat(height, 1, [tableau[i, column] - (i == row) for i in range(height)])
    right = fmpq_mat(1, width, [tableau[row, j] / value for j in range(width)])
    return tableau - left * right
