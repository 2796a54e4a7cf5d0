(** The equations of likelihood/debugging, proved by Coq's kernel for every size.

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

(** error-along-a-random-direction: 05fcbd0318b76131 *)
Theorem error_along_a_random_direction
    (R : comUnitRingType)
    (d : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (e : 'cV[R]_d)
    (u : 'cV[Random]_d)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_u : forall i_, E (u i_ 0) = 0)
    (moment_of_u : forall i_ j_, E (u i_ 0 * u j_ 0) = 1 *+ (i_ == j_)) :
  (E ((dot (sure Random e) u) ^+ 2)) = (sqn e) :> R.
Proof. prove. Qed.

(** softmax-ignores-ones: 29775d262acca975 *)
Theorem softmax_ignores_ones
    (R : comUnitRingType)
    (k : nat)
    (p : 'cV[R]_k)
    (y : 'cV[R]_k)
    (c : R)
    (v : 'cV[R]_k)
    (given : (\sum_(i < k) (p i 0)) = 1 :> R)
    (given_2 : (\sum_(i_2 < k) (y i_2 0)) = 1 :> R) :
  (dot ((c *: (const_mx 1 : 'cV[R]_k)) + v) (p + (- y))) = (dot v (p + (- y))) :> R.
Proof. prove. Qed.

(** repeated-batch: 7cbba7a924a92978 *)
Theorem repeated_batch
    (R : comUnitRingType)
    (n d k : nat)
    (X : 'M[R]_(n, d))
    (Delta : 'M[R]_(n, k))
    (unit : (2%:R : R) \is a GRing.unit)
    (unit_2 : (n%:R : R) \is a GRing.unit) :
  (((1 / 2%:R) * n%:R^-1) *: ((row_mx X^T X^T) *m (col_mx Delta Delta))) = (n%:R^-1 *: (X^T *m Delta)).
Proof. prove. Qed.

(** classes-in-a-batch: 06f131fa92fd945a *)
Theorem classes_in_a_batch
    (R : comUnitRingType)
    (b : nat)
    (c : R)
    (k : R)
    (unit : (k : R) \is a GRing.unit)
    (c_is : c = (k * (1 + (- ((1 + (- k^-1)) ^+ b))))) :
  (1 + c + (- (c * k^-1))) = (k * (1 + (- ((1 + (- k^-1)) ^+ (b + 1))))) :> R.
Proof. prove. Qed.

Print Assumptions error_along_a_random_direction.
Print Assumptions softmax_ignores_ones.
Print Assumptions repeated_batch.
Print Assumptions classes_in_a_batch.
