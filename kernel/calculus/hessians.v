(** The equations of calculus/hessians, proved by Coq's kernel for every size.

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

(** two-weights-apart: de3e1801d33b67cd *)
Theorem two_weights_apart
    (R : comUnitRingType)
    (w_1 : R)
    (a : R)
    (b : R)
    (w_2 : R)
    (w_1_is : w_1 = (a + b))
    (w_2_is : w_2 = (a + (- b))) :
  ((5%:R * (w_1 ^+ 2)) + (5%:R * (w_2 ^+ 2)) + (8%:R * w_1 * w_2)) = ((2%:R * (b ^+ 2)) + (18%:R * (a ^+ 2))) :> R.
Proof. prove. Qed.

(** curvature-in-eigenvectors: 7c256acdfacf1659 *)
Theorem curvature_in_eigenvectors
    (R : comUnitRingType)
    (n : nat)
    (v : 'cV[R]_n)
    (H : 'M[R]_n)
    (Q : 'M[R]_n)
    (lambda : 'cV[R]_n)
    (H_is : H = (Q *m (diag lambda) *m Q^T)) :
  (dot v (H *m v)) = (\sum_(i < n) (((dot (col i Q) v) ^+ 2) * (lambda i 0))) :> R.
Proof. prove. Qed.

(** curvature-weights: 7b214fb392715594 *)
Theorem curvature_weights
    (R : comUnitRingType)
    (n : nat)
    (Q : 'M[R]_n)
    (v : 'cV[R]_n)
    (orthonormal : Q^T *m Q = 1%:M)
    (orthonormal_2 : Q *m Q^T = 1%:M) :
  (\sum_(i < n) ((dot (col i Q) v) ^+ 2)) = (sqn v) :> R.
Proof. prove. Qed.

(** completed-square: b31d02171271cbba *)
Theorem completed_square
    (R : comUnitRingType)
    (n : nat)
    (Q : 'M[R]_n)
    (x : 'cV[R]_n)
    (c : 'cV[R]_n)
    (symmetric : Q^T = Q)
    (unit : (2%:R : R) \is a GRing.unit)
    (invertible : Q \in unitmx) :
  (((1 / 2%:R) * (dot x (Q *m x))) + (dot c x)) = (((1 / 2%:R) * (dot (x + ((invmx Q) *m c)) (Q *m (x + ((invmx Q) *m c))))) + (- ((1 / 2%:R) * (dot c ((invmx Q) *m c))))) :> R.
Proof. prove. Qed.

(** log-sum-exp-variance, line 2: 5c76ec178311664f *)
Theorem log_sum_exp_variance_line_2
    (R : comUnitRingType)
    (n : nat)
    (p : 'cV[R]_n)
    (exp : R -> R)
    (z : 'cV[R]_n)
    (v : 'cV[R]_n)
    (unit : ((dot (const_mx 1 : 'cV[R]_n) (map_mx exp z)) : R) \is a GRing.unit)
    (p_is : p = ((dot (const_mx 1 : 'cV[R]_n) (map_mx exp z))^-1 *: (map_mx exp z))) :
  ((dot v ((diag p) *m v)) + (- ((dot p v) ^+ 2))) = (\sum_(i < n) ((((v i 0) + (- (dot p v))) ^+ 2) * (p i 0))) :> R.
Proof. prove. Qed.

Print Assumptions two_weights_apart.
Print Assumptions curvature_in_eigenvectors.
Print Assumptions curvature_weights.
Print Assumptions completed_square.
Print Assumptions log_sum_exp_variance_line_2.
