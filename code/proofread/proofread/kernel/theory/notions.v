(** What the book's equations speak of and MathComp has no name for.

    Whoever doubts a theorem of this book has to read the theorem, these lines, and
    what MathComp calls a matrix.  All else that is used in a proof is checked by the
    kernel and need not be trusted.                                                   *)

From mathcomp Require Import all_ssreflect ssralg matrix zmodp.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

Section Notions.
Variable R : comUnitRingType.

(** <A, B>, of columns x^T y; and |A|^2.                                              *)
Definition dot m n (A B : 'M[R]_(m, n)) : R := \sum_i \sum_j A i j * B i j.
Definition sqn m n (A : 'M[R]_(m, n)) : R := dot A A.

(** The product entry by entry.                                                       *)
Definition had m n (A B : 'M[R]_(m, n)) : 'M[R]_(m, n) := \matrix_(i, j) (A i j * B i j).

(** diag x, with a column on the diagonal; and the diagonal of a matrix, as a column.  *)
Definition diag n (x : 'cV[R]_n) : 'M[R]_n := \matrix_(i, j) (x i 0 *+ (i == j)).
Definition diagonal n (A : 'M[R]_n) : 'cV[R]_n := \col_i A i i.

(** A matrix whose rows are written out.                                              *)
Definition rows m n (l : seq (seq R)) : 'M[R]_(m, n) := \matrix_(i, j) nth 0 (nth [::] l i) j.
End Notions.
(** A matrix of numbers among matrices of random numbers: a number a stands as a%:A.    *)
Definition sure (R : comUnitRingType) (A : comUnitAlgType R) m n (M : 'M[R]_(m, n)) : 'M[A]_(m, n) :=
  \matrix_(i, j) (M i j)%:A.
Arguments sure {R} A {m n} M.
Arguments rows {R} m n l.
