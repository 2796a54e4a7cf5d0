(** The equations of start/vectors, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** length-of-difference: 3f22384f9c3ac289 *)
Theorem length_of_difference
    (R : comUnitRingType)
    (n : nat)
    (b : 'cV[R]_n)
    (a : 'cV[R]_n) :
  (sqn (a + (- b))) = ((sqn a) + (sqn b) + (- (2%:R * (dot a b)))) :> R.
Proof. prove. Qed.

(** lagrange-identity: 8aebafaf0dbea93a *)
Theorem lagrange_identity
    (R : comUnitRingType)
    (n : nat)
    (a : 'cV[R]_n)
    (b : 'cV[R]_n)
    (unit : (2%:R : R) \is a GRing.unit) :
  (((sqn a) * (sqn b)) + (- ((dot a b) ^+ 2))) = ((1 / 2%:R) * (\sum_(j < n) \sum_(i < n) ((((a i 0) * (b j 0)) + (- ((a j 0) * (b i 0)))) ^+ 2))) :> R.
Proof. prove. Qed.

(** nearest-on-a-line: e3619ef67e08d5a3 *)
Theorem nearest_on_a_line
    (R : comUnitRingType)
    (n : nat)
    (a : 'cV[R]_n)
    (t : R)
    (b : 'cV[R]_n)
    (c : R)
    (unit : ((sqn a) : R) \is a GRing.unit)
    (c_is : c = ((sqn a)^-1 * (dot a b))) :
  (sqn (((- t) *: a) + b)) = ((((t + (- c)) ^+ 2) * (sqn a)) + (sqn (((- c) *: a) + b))) :> R.
Proof. prove. Qed.

(** nearest-in-a-subspace: 1114d84e9adec980 *)
Theorem nearest_in_a_subspace
    (R : comUnitRingType)
    (n k : nat)
    (Q : 'M[R]_(n, k))
    (z : 'cV[R]_k)
    (b : 'cV[R]_n)
    (orthonormal : Q^T *m Q = 1%:M) :
  (sqn (b + (- (Q *m z)))) = ((sqn (z + (- (Q^T *m b)))) + (sqn (b + (- (Q *m Q^T *m b))))) :> R.
Proof. prove. Qed.

(** shadows-add-up: 6a1824b5dde74f64 *)
Theorem shadows_add_up
    (R : comUnitRingType)
    (n k : nat)
    (Q : 'M[R]_(n, k))
    (b : 'cV[R]_n) :
  (Q *m Q^T *m b) = (\sum_(l < k) ((dot (col l Q) b) *: (col l Q))).
Proof. prove. Qed.

(** projection-right-angle: b985daec844346a7 *)
Theorem projection_right_angle
    (R : comUnitRingType)
    (n d : nat)
    (A : 'M[R]_(n, d))
    (P : 'M[R]_n)
    (b : 'cV[R]_n)
    (invertible : (A^T *m A) \in unitmx)
    (P_is : P = (A *m (invmx (A^T *m A)) *m A^T)) :
  (A^T *m P *m b) = (A^T *m b).
Proof. prove. Qed.

(** matrix-is-linear: 59d92d76f4c0b403 *)
Theorem matrix_is_linear
    (R : comUnitRingType)
    (n d : nat)
    (A : 'M[R]_(n, d))
    (x : 'cV[R]_d)
    (s : R)
    (y : 'cV[R]_d)
    (t : R) :
  (A *m ((s *: x) + (t *: y))) = ((s *: (A *m x)) + (t *: (A *m y))).
Proof. prove. Qed.

(** column-is-image: 1ba17933a4cdcea0 *)
Theorem column_is_image
    (R : comUnitRingType)
    (n d : nat)
    (A : 'M[R]_(n, d))
    (j : 'I_d) :
  (A *m (delta_mx j 0 : 'cV[R]_d)) = (col j A).
Proof. prove. Qed.

(** transpose-across: 41b8173516b78264 *)
Theorem transpose_across
    (R : comUnitRingType)
    (n d : nat)
    (A : 'M[R]_(n, d))
    (x : 'cV[R]_d)
    (b : 'cV[R]_n) :
  (dot (A *m x) b) = (dot x (A^T *m b)) :> R.
Proof. prove. Qed.

Print Assumptions length_of_difference.
Print Assumptions lagrange_identity.
Print Assumptions nearest_on_a_line.
Print Assumptions nearest_in_a_subspace.
Print Assumptions shadows_add_up.
Print Assumptions projection_right_angle.
Print Assumptions matrix_is_linear.
Print Assumptions column_is_image.
Print Assumptions transpose_across.
