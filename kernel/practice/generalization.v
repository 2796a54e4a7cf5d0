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

(** bias-variance-noise: f3f02e28865f9f0e *)
Theorem bias_variance_noise
    (R : comUnitRingType)
    (n : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (f_0 : R)
    (h : 'cV[R]_n)
    (f : 'cV[R]_n)
    (epsilon : 'cV[Random]_n)
    (epsilon_0 : Random)
    (sigma : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_epsilon : forall i_, E (epsilon i_ 0) = 0)
    (moment_of_epsilon : forall i_ j_, E (epsilon i_ 0 * epsilon j_ 0) = (sigma ^+ 2) *+ (i_ == j_))
    (independent : forall i_, E (epsilon i_ 0 * epsilon_0) = E (epsilon i_ 0) * E (epsilon_0))
    (mean_of_epsilon_0 : E (epsilon_0) = 0)
    (moment_of_epsilon_0 : E (epsilon_0 * epsilon_0) = (sigma ^+ 2)) :
  (E (((f_0)%:A + (((- 1))%:A * (dot (sure Random h) ((sure Random f) + epsilon))) + epsilon_0) ^+ 2)) = ((sigma ^+ 2) + ((f_0 + (- (dot h f))) ^+ 2) + ((sigma ^+ 2) * (sqn h))) :> R.
Proof. prove. Qed.

(** training-error-falls: 27d9330e49b1d2ae *)
Theorem training_error_falls
    (R : comUnitRingType)
    (n d : nat)
    (Q : 'M[R]_(n, d))
    (y : 'cV[R]_n)
    (orthonormal : Q^T *m Q = 1%:M) :
  (sqn (y + (- (Q *m Q^T *m y)))) = ((sqn y) + (- (\sum_(l < d) ((dot (col l Q) y) ^+ 2)))) :> R.
Proof. prove. Qed.

(** useless-column: 8b16185e70bed1cf *)
Theorem useless_column
    (R : comUnitRingType)
    (n : nat)
    (q : 'cV[R]_n)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (epsilon : 'cV[Random]_n)
    (sigma : R)
    (unit_length : dot q q = 1)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_epsilon : forall i_, E (epsilon i_ 0) = 0)
    (moment_of_epsilon : forall i_ j_, E (epsilon i_ 0 * epsilon j_ 0) = (sigma ^+ 2) *+ (i_ == j_)) :
  (E ((dot (sure Random q) epsilon) ^+ 2)) = (sigma ^+ 2) :> R.
Proof. prove. Qed.

(** projection-training-error: 6a0c0e31ae0b3d35 *)
Theorem projection_training_error
    (R : comUnitRingType)
    (n d : nat)
    (Q : 'M[R]_(n, d))
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (f : 'cV[R]_n)
    (epsilon : 'cV[Random]_n)
    (sigma : R)
    (orthonormal : Q^T *m Q = 1%:M)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_epsilon : forall i_, E (epsilon i_ 0) = 0)
    (moment_of_epsilon : forall i_ j_, E (epsilon i_ 0 * epsilon j_ 0) = (sigma ^+ 2) *+ (i_ == j_)) :
  (E (sqn (((sure Random f) + epsilon) + (- ((sure Random Q) *m (sure Random Q^T) *m ((sure Random f) + epsilon)))))) = (((sigma ^+ 2) * (n%:R + (- d%:R))) + (sqn (f + (- (Q *m Q^T *m f))))) :> R.
Proof. prove. Qed.

(** optimism: 48ff9111390f71ee *)
Theorem optimism
    (R : comUnitRingType)
    (n : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (H : 'M[R]_n)
    (f : 'cV[R]_n)
    (epsilon : 'cV[Random]_n)
    (eta : 'cV[Random]_n)
    (sigma : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_epsilon : forall i_, E (epsilon i_ 0) = 0)
    (moment_of_epsilon : forall i_ j_, E (epsilon i_ 0 * epsilon j_ 0) = (sigma ^+ 2) *+ (i_ == j_))
    (independent : forall i_ k_, E (epsilon i_ 0 * eta k_ 0) = E (epsilon i_ 0) * E (eta k_ 0))
    (mean_of_eta : forall i_, E (eta i_ 0) = 0)
    (moment_of_eta : forall i_ j_, E (eta i_ 0 * eta j_ 0) = (sigma ^+ 2) *+ (i_ == j_)) :
  (E ((((- 1))%:A * (sqn (((sure Random f) + epsilon) + (- ((sure Random H) *m ((sure Random f) + epsilon)))))) + (sqn (((sure Random f) + eta) + (- ((sure Random H) *m ((sure Random f) + epsilon))))))) = (2%:R * (sigma ^+ 2) * (\tr H)) :> R.
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

Print Assumptions bias_variance_noise.
Print Assumptions training_error_falls.
Print Assumptions useless_column.
Print Assumptions projection_training_error.
Print Assumptions optimism.
Print Assumptions degrees_of_freedom.
Print Assumptions length_of_fitted_noise.
Print Assumptions slope_by_rows.
