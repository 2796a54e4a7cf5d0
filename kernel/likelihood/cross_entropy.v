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

(** log-odds: 3df5c29b37c58d4b *)
Theorem log_odds
    (R : comUnitRingType)
    (log : R -> R)
    (exp : R -> R)
    (z : R)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit : ((1 + (exp (- z))) : R) \is a GRing.unit)
    (unit_2 : ((1 + (- (1 + (exp (- z)))^-1)) : R) \is a GRing.unit)
    (unit_3 : ((1 + (exp (- z)))^-1 : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (unit_4 : (((1 + (- (1 + (exp (- z)))^-1))^-1 * (1 + (exp (- z)))^-1) : R) \is a GRing.unit)
    (log_of_exp : forall x_, log (exp x_) = x_) :
  (log ((1 + (- (1 + (exp (- z)))^-1))^-1 * (1 + (exp (- z)))^-1)) = z :> R.
Proof. prove. Qed.

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

(** cross-entropy-from-bernoulli, line 1: eac6213dabb2fbe4 *)
Theorem cross_entropy_from_bernoulli_line_1
    (R : comUnitRingType)
    (n : nat)
    (log : R -> R)
    (exp : R -> R)
    (p : 'I_n -> R)
    (y : 'I_n -> R)
    (unit : forall (i : 'I_n), ((1 + (- (p i))) : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (exp_of_log : forall (i : 'I_n), exp (log (1 + (- (p i)))) = (1 + (- (p i))))
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit_2 : forall (i : 'I_n), ((p i) : R) \is a GRing.unit)
    (exp_of_log_2 : forall (i : 'I_n), exp (log (p i)) = (p i))
    (unit_3 : forall (i : 'I_n), (((exp ((1 + (- (y i))) * (log (1 + (- (p i)))))) * (exp ((y i) * (log (p i))))) : R) \is a GRing.unit)
    (unit_4 : ((\prod_(i_2 < n) ((exp ((1 + (- (y i_2))) * (log (1 + (- (p i_2)))))) * (exp ((y i_2) * (log (p i_2)))))) : R) \is a GRing.unit) :
  (- (log (\prod_(i_4 < n) ((exp ((1 + (- (y i_4))) * (log (1 + (- (p i_4)))))) * (exp ((y i_4) * (log (p i_4)))))))) = (- (\sum_(i_5 < n) (log ((exp ((1 + (- (y i_5))) * (log (1 + (- (p i_5)))))) * (exp ((y i_5) * (log (p i_5)))))))) :> R.
Proof. prove. Qed.

(** cross-entropy-from-bernoulli, line 2: 19ca636534292d7e *)
Theorem cross_entropy_from_bernoulli_line_2
    (R : comUnitRingType)
    (n : nat)
    (log : R -> R)
    (p : 'I_n -> R)
    (exp : R -> R)
    (y : 'I_n -> R)
    (unit : forall (i : 'I_n), ((1 + (- (p i))) : R) \is a GRing.unit)
    (unit_2 : forall (i : 'I_n), ((p i) : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (exp_of_log : forall (i : 'I_n), exp (log (1 + (- (p i)))) = (1 + (- (p i))))
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (exp_of_log_2 : forall (i : 'I_n), exp (log (p i)) = (p i))
    (unit_3 : forall (i : 'I_n), (((exp ((1 + (- (y i))) * (log (1 + (- (p i)))))) * (exp ((y i) * (log (p i))))) : R) \is a GRing.unit) :
  (- (\sum_(i < n) (log ((exp ((1 + (- (y i))) * (log (1 + (- (p i)))))) * (exp ((y i) * (log (p i)))))))) = (- (\sum_(i_2 < n) (((1 + (- (y i_2))) * (log (1 + (- (p i_2))))) + ((y i_2) * (log (p i_2)))))) :> R.
Proof. prove. Qed.

(** expected-cross-entropy: 5af8bdb0549798c7 *)
Theorem expected_cross_entropy
    (R : comUnitRingType)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (y : Random)
    (log : R -> R)
    (p : R)
    (q : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_y : E (y) = q) :
  (E ((((- 1))%:A * ((1)%:A + (((- 1))%:A * y)) * ((log (1 + (- p))))%:A) + (((- 1))%:A * y * ((log p))%:A))) = ((- (q * (log p))) + (- ((1 + (- q)) * (log (1 + (- p)))))) :> R.
Proof. prove. Qed.

(** mean-prediction-slope: d61c0198f650d4ea *)
Theorem mean_prediction_slope
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (b : R)
    (y : 'I_n -> R)
    (exp : R -> R)
    (s : 'I_n -> R)
    (log : R -> R)
    (small : eps * eps = 0)
    (unit : (n%:R : R) \is a GRing.unit)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit_2 : forall (i : 'I_n), ((1 + (exp ((- b) + (- (s i))))) : R) \is a GRing.unit)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (unit_3 : forall (i_2 : 'I_n), ((1 + (exp (b + (s i_2)))) : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_))) :
  (n%:R^-1 * (\sum_(i_2 < n) ((log (1 + (exp ((b + eps) + (s i_2))))) + (- ((b + eps) * (y i_2)))))) = (n%:R^-1 * (\sum_(i_3 < n) ((log (1 + (exp (b + (s i_3))))) + (- (b * (y i_3)))))) + eps * (n%:R^-1 * (\sum_(i < n) ((1 + (exp ((- b) + (- (s i)))))^-1 + (- (y i))))).
Proof. prove. Qed.

(** cross-entropy-two-terms: ddf795dc974364a5 *)
Theorem cross_entropy_two_terms
    (R : comUnitRingType)
    (y : R)
    (z : R)
    (log : R -> R)
    (exp : R -> R)
    (unit : ((1 + (exp z)) : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit_2 : ((1 + (exp (- z))) : R) \is a GRing.unit) :
  ((log (1 + (exp z))) + (- (y * z))) = ((y * (log (1 + (exp (- z))))) + ((1 + (- y)) * (log (1 + (exp z))))) :> R.
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

(** squared-error-curvature: 17c5c72d4b0f91b0 *)
Theorem squared_error_curvature
    (R : comUnitRingType)
    (eps : R)
    (z : R)
    (exp : R -> R)
    (p : R)
    (small : eps * eps = 0)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit : ((1 + (exp (- z))) : R) \is a GRing.unit)
    (unit_2 : (2%:R : R) \is a GRing.unit)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_)))
    (p_is : p = (1 + (exp (- z)))^-1) :
  (((1 / 2%:R) * (((1 + (exp (- (z + eps))))^-1 + (- 1)) ^+ 2)) = ((1 / 2%:R) * ((p + (- 1)) ^+ 2)) + eps * (((1 + (exp (- z)))^-1 ^+ 2) * ((1 + (exp (- z)))^-1 + (- 1)) * (exp (- z)))) /\
  ((((1 + (exp (- (z + eps))))^-1 ^+ 2) * ((1 + (exp (- (z + eps))))^-1 + (- 1)) * (exp (- (z + eps)))) = (((1 + (exp (- z)))^-1 ^+ 2) * ((1 + (exp (- z)))^-1 + (- 1)) * (exp (- z))) + eps * (p * ((1 + (- p)) ^+ 2) * ((3%:R * p) + (- 1)))).
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
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_))) :
  (n%:R^-1 * (\sum_(i_2 < n) (log (1 + (exp (- ((t + eps) * (m i_2)))))))) = (n%:R^-1 * (\sum_(i_3 < n) (log (1 + (exp (- (t * (m i_3)))))))) + eps * (- (n%:R^-1 * (\sum_(i < n) ((1 + (exp (t * (m i))))^-1 * (m i))))).
Proof. prove. Qed.

(** newton-on-separable: 0149daac441ee82c *)
Theorem newton_on_separable
    (R : comUnitRingType)
    (eps : R)
    (r : R)
    (exp : R -> R)
    (log : R -> R)
    (small : eps * eps = 0)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit : ((1 + (exp (- r))) : R) \is a GRing.unit)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_)))
    (unit_2 : ((((1 + (exp (- r)))^-1 * (exp (- r))) + (- (((1 + (exp (- r)))^-1 ^+ 2) * (exp (- (2%:R * r)))))) : R) \is a GRing.unit) :
  ((log (1 + (exp (- (r + eps))))) = (log (1 + (exp (- r)))) + eps * (- ((1 + (exp (- r)))^-1 * (exp (- r))))) /\
  ((- ((1 + (exp (- (r + eps))))^-1 * (exp (- (r + eps))))) = (- ((1 + (exp (- r)))^-1 * (exp (- r)))) + eps * (((1 + (exp (- r)))^-1 * (exp (- r))) + (- (((1 + (exp (- r)))^-1 ^+ 2) * (exp (- (2%:R * r))))))) /\
  ((r + ((1 + (exp (- r)))^-1 * (((1 + (exp (- r)))^-1 * (exp (- r))) + (- (((1 + (exp (- r)))^-1 ^+ 2) * (exp (- (2%:R * r))))))^-1 * (exp (- r)))) = (1 + r + (exp (- r))) :> R).
Proof. prove. Qed.

(** newton-on-a-fair-coin: 3031dc2692099557 *)
Theorem newton_on_a_fair_coin
    (R : comUnitRingType)
    (b : R)
    (exp : R -> R)
    (sinh : R -> R)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit : ((1 + (exp (- b))) : R) \is a GRing.unit)
    (unit_2 : ((1 + (- (1 + (exp (- b)))^-1)) : R) \is a GRing.unit)
    (unit_3 : ((1 + (exp (- b)))^-1 : R) \is a GRing.unit)
    (unit_4 : (2%:R : R) \is a GRing.unit)
    (sinh_by_exp : forall x_, sinh x_ = (exp x_ - exp (- x_)) / 2%:R) :
  (b + (- ((1 + (- (1 + (exp (- b)))^-1))^-1 * (1 + (exp (- b)))^-1^-1 * ((1 + (exp (- b)))^-1 + (- (1 / 2%:R)))))) = (b + (- (sinh b))) :> R.
Proof. prove. Qed.

Print Assumptions log_odds.
Print Assumptions odds_ratio.
Print Assumptions cross_entropy_from_bernoulli_line_1.
Print Assumptions cross_entropy_from_bernoulli_line_2.
Print Assumptions expected_cross_entropy.
Print Assumptions mean_prediction_slope.
Print Assumptions cross_entropy_two_terms.
Print Assumptions irls_step.
Print Assumptions squared_error_curvature.
Print Assumptions separable_descent.
Print Assumptions newton_on_separable.
Print Assumptions newton_on_a_fair_coin.
