(** The equations of likelihood/cross-entropy, proved by Coq's kernel for every size.

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

(** odds-ratio: 128e070f23c72071 *)
Theorem odds_ratio
    (R : comUnitRingType)
    (q : R)
    (exp : R -> R)
    (beta_j : R)
    (z : R)
    (p : R)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit : ((1 + (exp ((- beta_j) + (- z)))) : R) \is a GRing.unit)
    (q_is : q = (1 + (exp ((- beta_j) + (- z))))^-1)
    (unit_2 : ((1 + (- q)) : R) \is a GRing.unit)
    (unit_3 : ((1 + (exp (- z))) : R) \is a GRing.unit)
    (p_is : p = (1 + (exp (- z)))^-1)
    (unit_4 : ((1 + (- p)) : R) \is a GRing.unit) :
  (q * (1 + (- q))^-1) = (p * (1 + (- p))^-1 * (exp beta_j)) :> R.
Proof. prove. Qed.

(** mean-prediction-slope: d61c0198f650d4ea *)
Theorem mean_prediction_slope
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (b : R)
    (y : 'I_n -> R)
    (p : 'I_n -> R)
    (exp : R -> R)
    (s : 'I_n -> R)
    (log : R -> R)
    (small : eps * eps = 0)
    (unit : (n%:R : R) \is a GRing.unit)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit_2 : forall (i_2 : 'I_n), ((1 + (exp ((- b) + (- (s i_2))))) : R) \is a GRing.unit)
    (p_is : p = (fun (i_2 : 'I_n) => (1 + (exp ((- b) + (- (s i_2)))))^-1))
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (unit_3 : forall (i_3 : 'I_n), ((1 + (exp (b + (s i_3)))) : R) \is a GRing.unit)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_))) :
  (n%:R^-1 * (\sum_(i_3 < n) ((log (1 + (exp ((b + eps) + (s i_3))))) + (- ((b + eps) * (y i_3)))))) = (n%:R^-1 * (\sum_(i_4 < n) ((log (1 + (exp (b + (s i_4))))) + (- (b * (y i_4)))))) + eps * (n%:R^-1 * (\sum_(i < n) ((p i) + (- (y i))))).
Proof. prove. Qed.

(** irls-step: 6ddede7767147049 *)
Theorem irls_step
    (R : comUnitRingType)
    (d n : nat)
    (beta : 'cV[R]_d)
    (X : 'M[R]_(n, d))
    (w : 'cV[R]_n)
    (p : 'cV[R]_n)
    (y : 'cV[R]_n)
    (u : 'cV[R]_n)
    (invertible : (X^T *m (diag w) *m X) \in unitmx)
    (invertible_2 : (diag w) \in unitmx)
    (u_is : u = ((X *m beta) + ((invmx (diag w)) *m (y + (- p))))) :
  (beta + ((invmx (X^T *m (diag w) *m X)) *m X^T *m (y + (- p)))) = ((invmx (X^T *m (diag w) *m X)) *m X^T *m (diag w) *m u).
Proof. prove. Qed.

(** separable-descent: 5fd98ace2a56b8ff *)
Theorem separable_descent
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (t : R)
    (exp : R -> R)
    (m : 'I_n -> R)
    (log : R -> R)
    (small : eps * eps = 0)
    (unit : (n%:R : R) \is a GRing.unit)
    (unit_2 : forall (i : 'I_n), ((1 + (exp (t * (m i)))) : R) \is a GRing.unit)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit_3 : forall (i_2 : 'I_n), ((1 + (exp (- (t * (m i_2))))) : R) \is a GRing.unit)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_))) :
  (n%:R^-1 * (\sum_(i_2 < n) (log (1 + (exp (- ((t + eps) * (m i_2)))))))) = (n%:R^-1 * (\sum_(i_3 < n) (log (1 + (exp (- (t * (m i_3)))))))) + eps * (- (n%:R^-1 * (\sum_(i < n) ((1 + (exp (t * (m i))))^-1 * (m i))))).
Proof. prove. Qed.

Print Assumptions odds_ratio.
Print Assumptions mean_prediction_slope.
Print Assumptions irls_step.
Print Assumptions separable_descent.
