(** The equations of practice/generalization, proved by Coq's kernel for every size.

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

(** training-error-falls: 27d9330e49b1d2ae *)
Theorem training_error_falls
    (R : comUnitRingType)
    (n d : nat)
    (Q : 'M[R]_(n, d))
    (y : 'cV[R]_n)
    (orthonormal : Q^T *m Q = 1%:M) :
  (sqn (y + (- (Q *m Q^T *m y)))) = ((sqn y) + (- (\sum_(l < d) ((dot (col l Q) y) ^+ 2)))) :> R.
Proof. prove. Qed.

(** degrees-of-freedom: d741d0b11eb8ca77 *)
Theorem degrees_of_freedom
    (R : comUnitRingType)
    (n d : nat)
    (Q : 'M[R]_(n, d))
    (g : 'cV[R]_d)
    (orthonormal : Q^T *m Q = 1%:M) :
  (\tr (Q *m (diag g) *m Q^T)) = (\sum_(l < d) (g l 0)) :> R.
Proof. prove. Qed.

(** length-of-fitted-noise: c28a4695e135a7f6 *)
Theorem length_of_fitted_noise
    (R : comUnitRingType)
    (n d : nat)
    (X : 'M[R]_(n, d))
    (u : 'cV[R]_n)
    (invertible : (X *m X^T) \in unitmx) :
  (sqn (X^T *m (invmx (X *m X^T)) *m u)) = (dot u ((invmx (X *m X^T)) *m u)) :> R.
Proof. prove. Qed.

(** slope-by-rows: b74ce355e43cacd8 *)
Theorem slope_by_rows
    (R : comUnitRingType)
    (eps : R)
    (n : R)
    (d : R)
    (sigma : R)
    (small : eps * eps = 0)
    (unit : (d : R) \is a GRing.unit)
    (unit_2 : ((d + (- 1) + (- n)) : R) \is a GRing.unit) :
  (1 + ((sigma ^+ 2) * (d + (- 1) + (- (n + eps)))^-1 * (d + (- 1))) + (- ((n + eps) * d^-1))) = (1 + ((sigma ^+ 2) * (d + (- 1) + (- n))^-1 * (d + (- 1))) + (- (n * d^-1))) + eps * (((sigma ^+ 2) * ((d + (- 1) + (- n))^-1 ^+ 2) * (d + (- 1))) + (- d^-1)).
Proof. prove. Qed.

Print Assumptions training_error_falls.
Print Assumptions degrees_of_freedom.
Print Assumptions length_of_fitted_noise.
Print Assumptions slope_by_rows.
