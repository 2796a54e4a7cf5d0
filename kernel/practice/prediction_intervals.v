(** The equations of practice/prediction-intervals, proved by Coq's kernel for every size.

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

(** prediction-from-mean: 3b6c96ea885da8d1 *)
Theorem prediction_from_mean
    (R : comUnitRingType)
    (n : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (x : 'I_n -> Random)
    (z : Random)
    (mu : R)
    (sigma : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (unit : (n%:R : R) \is a GRing.unit)
    (mean_of_x : forall i_, E (x i_) = mu)
    (moment_of_x : forall i_ j_, E (x i_ * x j_) = mu * mu + (sigma ^+ 2) *+ (i_ == j_))
    (independent : forall i_, E (x i_ * z) = E (x i_) * E (z))
    (mean_of_z : E (z) = mu)
    (moment_of_z : E (z * z) = ((mu ^+ 2) + (sigma ^+ 2))) :
  ((E (((((- 1))%:A * (n%:R^-1)%:A * (\sum_(i < n) (x i))) + z) ^+ 2)) + (- ((E ((((- 1))%:A * (n%:R^-1)%:A * (\sum_(i_2 < n) (x i_2))) + z)) ^+ 2))) = ((sigma ^+ 2) * (1 + n%:R^-1)) :> R.
Proof. prove. Qed.

(** variance-of-estimated-mean: 226785319ac4cfc2 *)
Theorem variance_of_estimated_mean
    (R : comUnitRingType)
    (d n : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (x_0 : 'cV[R]_d)
    (A : 'M[R]_(d, n))
    (X : 'M[R]_(n, d))
    (beta : 'cV[R]_d)
    (epsilon : 'cV[Random]_n)
    (sigma : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (invertible : (X^T *m X) \in unitmx)
    (A_is : A = ((invmx (X^T *m X)) *m X^T))
    (mean_of_epsilon : forall i_, E (epsilon i_ 0) = 0)
    (moment_of_epsilon : forall i_ j_, E (epsilon i_ 0 * epsilon j_ 0) = (sigma ^+ 2) *+ (i_ == j_)) :
  ((E ((dot (sure Random x_0) ((sure Random A) *m ((sure Random (X *m beta)) + epsilon))) ^+ 2)) + (- ((E (dot (sure Random x_0) ((sure Random A) *m ((sure Random (X *m beta)) + epsilon)))) ^+ 2))) = ((sigma ^+ 2) * (dot x_0 ((invmx (X^T *m X)) *m x_0))) :> R.
Proof. prove. Qed.

(** variance-of-new-error: f62a2622d4e1f1b0 *)
Theorem variance_of_new_error
    (R : comUnitRingType)
    (d n : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (x_0 : 'cV[R]_d)
    (A : 'M[R]_(d, n))
    (X : 'M[R]_(n, d))
    (beta : 'cV[R]_d)
    (epsilon : 'cV[Random]_n)
    (eta : Random)
    (sigma : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (invertible : (X^T *m X) \in unitmx)
    (A_is : A = ((invmx (X^T *m X)) *m X^T))
    (mean_of_epsilon : forall i_, E (epsilon i_ 0) = 0)
    (moment_of_epsilon : forall i_ j_, E (epsilon i_ 0 * epsilon j_ 0) = (sigma ^+ 2) *+ (i_ == j_))
    (independent : forall i_, E (epsilon i_ 0 * eta) = E (epsilon i_ 0) * E (eta))
    (mean_of_eta : E (eta) = 0)
    (moment_of_eta : E (eta * eta) = (sigma ^+ 2)) :
  ((E (((((- 1))%:A * (dot (sure Random x_0) ((sure Random A) *m ((sure Random (X *m beta)) + epsilon)))) + ((dot x_0 beta))%:A + eta) ^+ 2)) + (- ((E ((((- 1))%:A * (dot (sure Random x_0) ((sure Random A) *m ((sure Random (X *m beta)) + epsilon)))) + ((dot x_0 beta))%:A + eta)) ^+ 2))) = ((sigma ^+ 2) * (1 + (dot x_0 ((invmx (X^T *m X)) *m x_0)))) :> R.
Proof. prove. Qed.

(** pinball-slope: bce6bba532ac5d0f *)
Theorem pinball_slope
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (q : R)
    (sign : R -> R)
    (x : 'I_n -> R)
    (tau : R)
    (Abs : R -> R)
    (small : eps * eps = 0)
    (unit : (2%:R : R) \is a GRing.unit)
    (slope_of_Abs : forall x_ y_, x_ \is a GRing.unit -> Abs (x_ + eps * y_) = Abs x_ + eps * (y_ * (sign x_)))
    (unit_2 : forall (i_2 : 'I_n), ((q + (- (x i_2))) : R) \is a GRing.unit) :
  (\sum_(i_2 < n) (((1 / 2%:R) * (Abs ((q + eps) + (- (x i_2))))) + ((tau + (- (1 / 2%:R))) * ((x i_2) + (- (q + eps)))))) = (\sum_(i_3 < n) (((1 / 2%:R) * (Abs (q + (- (x i_3))))) + ((tau + (- (1 / 2%:R))) * ((x i_3) + (- q))))) + eps * (((1 / 2%:R) * (\sum_(i < n) (sign (q + (- (x i)))))) + (n%:R * ((1 / 2%:R) + (- tau)))).
Proof. prove. Qed.

(** pinball-growth: 7bff12e09b3fc9f9 *)
Theorem pinball_growth
    (R : comUnitRingType)
    (p : R)
    (tau : R)
    (q : R)
    (m : R) :
  ((p * (1 + (- tau)) * (q + (- m))) + (- (tau * (1 + (- p)) * (q + (- m))))) = ((p + (- tau)) * (q + (- m))) :> R.
Proof. prove. Qed.

(** tracked-share: aa28964fdfd4c7e1 *)
Theorem tracked_share
    (R : comUnitRingType)
    (T : nat)
    (alpha : R)
    (e : 'I_T -> R)
    (eta : R)
    (b : R)
    (q_1 : R)
    (unit : (T%:R : R) \is a GRing.unit)
    (unit_2 : (eta : R) \is a GRing.unit)
    (b_is : b = (q_1 + (eta * (\sum_(t_2 < T) ((e t_2) + (- alpha)))))) :
  ((T%:R^-1 * (\sum_(t < T) (e t))) + (- alpha)) = (eta^-1 * T%:R^-1 * (b + (- q_1))) :> R.
Proof. prove. Qed.

(** tracked-range: ecc315d4a51192ff *)
Theorem tracked_range
    (R : comUnitRingType)
    (eta : R)
    (T : R)
    (B : R)
    (alpha : R)
    (unit : (eta : R) \is a GRing.unit)
    (unit_2 : (T : R) \is a GRing.unit) :
  (eta^-1 * T^-1 * (B + (alpha * eta) + (eta * (1 + (- alpha))))) = (T^-1 * (1 + (B * eta^-1))) :> R.
Proof. prove. Qed.

Print Assumptions prediction_from_mean.
Print Assumptions variance_of_estimated_mean.
Print Assumptions variance_of_new_error.
Print Assumptions pinball_slope.
Print Assumptions pinball_growth.
Print Assumptions tracked_share.
Print Assumptions tracked_range.
