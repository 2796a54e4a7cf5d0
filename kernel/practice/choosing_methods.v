(** The equations of practice/choosing-methods, proved by Coq's kernel for every size.

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

(** blind-accuracy: b2101c583922ff80 *)
Theorem blind_accuracy
    (R : comUnitRingType)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (a : Random)
    (y : Random)
    (alpha : R)
    (pi_1 : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_a : E (a) = alpha)
    (moment_of_a : E (a * a) = alpha)
    (independent : E (a * y) = E (a) * E (y))
    (mean_of_y : E (y) = pi_1)
    (moment_of_y : E (y * y) = pi_1) :
  (E ((((1)%:A + (((- 1))%:A * a)) * ((1)%:A + (((- 1))%:A * y))) + (a * y))) = (1 + (alpha * ((2%:R * pi_1) + (- 1))) + (- pi_1)) :> R.
Proof. prove. Qed.

(** blind-precision: 25d2519afa685374 *)
Theorem blind_precision
    (R : comUnitRingType)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (a : Random)
    (alpha : R)
    (y : Random)
    (pi_1 : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_a : E (a) = alpha)
    (unit : ((E a) : R) \is a GRing.unit)
    (moment_of_a : E (a * a) = alpha)
    (independent : E (a * y) = E (a) * E (y))
    (mean_of_y : E (y) = pi_1)
    (moment_of_y : E (y * y) = pi_1) :
  ((E a)^-1 * (E (a * y))) = pi_1 :> R.
Proof. prove. Qed.

(** cost-of-a-decision: 30c18212063c9d49 *)
Theorem cost_of_a_decision
    (R : comUnitRingType)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (a : R)
    (c_fp : R)
    (y : Random)
    (c_fn : R)
    (p : R)
    (c : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_y : E (y) = p)
    (unit : ((c_fn + c_fp) : R) \is a GRing.unit)
    (c_is : c = (c_fp * (c_fn + c_fp)^-1)) :
  (E (((a)%:A * (c_fp)%:A * ((1)%:A + (((- 1))%:A * y))) + ((c_fn)%:A * ((1 + (- a)))%:A * y))) = ((c_fn * p) + (a * (c + (- p)) * (c_fn + c_fp))) :> R.
Proof. prove. Qed.

(** prior-shift: 3b40c8442d0328fe *)
Theorem prior_shift
    (R : comUnitRingType)
    (q : R)
    (f_1 : R)
    (pi_2 : R)
    (f_0 : R)
    (p : R)
    (pi_1 : R)
    (unit : (((f_0 * (1 + (- pi_2))) + (f_1 * pi_2)) : R) \is a GRing.unit)
    (q_is : q = (f_1 * pi_2 * ((f_0 * (1 + (- pi_2))) + (f_1 * pi_2))^-1))
    (unit_2 : ((1 + (- q)) : R) \is a GRing.unit)
    (unit_3 : (((f_0 * (1 + (- pi_1))) + (f_1 * pi_1)) : R) \is a GRing.unit)
    (p_is : p = (f_1 * pi_1 * ((f_0 * (1 + (- pi_1))) + (f_1 * pi_1))^-1))
    (unit_4 : (pi_1 : R) \is a GRing.unit)
    (unit_5 : ((1 + (- p)) : R) \is a GRing.unit)
    (unit_6 : ((1 + (- pi_2)) : R) \is a GRing.unit) :
  (q * (1 + (- q))^-1) = (p * pi_2 * pi_1^-1 * (1 + (- p))^-1 * (1 + (- pi_2))^-1 * (1 + (- pi_1))) :> R.
Proof. prove. Qed.

(** split-gain: 280daaec49eb7a3a *)
Theorem split_gain
    (R : comUnitRingType)
    (n m : nat)
    (u_bar : R)
    (u : 'cV[R]_n)
    (v_bar : R)
    (v : 'cV[R]_m)
    (y_bar : R)
    (unit : (n%:R : R) \is a GRing.unit)
    (u_bar_is : u_bar = (n%:R^-1 * (\sum_(l < n) (u l 0))))
    (unit_2 : (m%:R : R) \is a GRing.unit)
    (v_bar_is : v_bar = (m%:R^-1 * (\sum_(l_2 < m) (v l_2 0))))
    (unit_3 : ((m%:R + n%:R) : R) \is a GRing.unit)
    (y_bar_is : y_bar = ((m%:R + n%:R)^-1 * ((u_bar * n%:R) + (v_bar * m%:R)))) :
  ((sqn (((- y_bar) *: (const_mx 1 : 'cV[R]_m)) + v)) + (sqn (((- y_bar) *: (const_mx 1 : 'cV[R]_n)) + u)) + (- (sqn (((- u_bar) *: (const_mx 1 : 'cV[R]_n)) + u))) + (- (sqn (((- v_bar) *: (const_mx 1 : 'cV[R]_m)) + v)))) = (m%:R * n%:R * ((u_bar + (- v_bar)) ^+ 2) * (m%:R + n%:R)^-1) :> R.
Proof. prove. Qed.

(** boosting-residual: 744d820d318d3b97 *)
Theorem boosting_residual
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (y_hat : 'cV[R]_n)
    (d_y_hat : 'cV[R]_n)
    (r : 'cV[R]_n)
    (y : 'cV[R]_n)
    (small : eps * eps = 0)
    (r_is : r = (y + (- y_hat)))
    (unit : (2%:R : R) \is a GRing.unit) :
  ((1 / 2%:R) * (sqn (y + (- (y_hat + eps *: d_y_hat))))) = ((1 / 2%:R) * (sqn (y + (- y_hat)))) + eps * dot (- r) d_y_hat.
Proof. prove. Qed.

(** boosting-step: 63ee1b616a2e7ea0 *)
Theorem boosting_step
    (R : comUnitRingType)
    (n : nat)
    (h : 'cV[R]_n)
    (nu : R)
    (s : R)
    (r : 'cV[R]_n)
    (unit : ((sqn h) : R) \is a GRing.unit)
    (s_is : s = ((sqn h)^-1 * (dot h r))) :
  (sqn (((- (nu * s)) *: h) + r)) = ((sqn r) + (- (nu * ((dot h r) ^+ 2) * (sqn h)^-1 * (2%:R + (- nu))))) :> R.
Proof. prove. Qed.

(** mixture-log-odds: e397be8aaf02fe3e *)
Theorem mixture_log_odds
    (R : comUnitRingType)
    (d : nat)
    (log : R -> R)
    (f_1 : R)
    (exp : R -> R)
    (sigma : R)
    (mu_1 : 'cV[R]_d)
    (x : 'cV[R]_d)
    (f_0 : R)
    (mu_0 : 'cV[R]_d)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit : (2%:R : R) \is a GRing.unit)
    (unit_2 : (sigma : R) \is a GRing.unit)
    (f_1_is : f_1 = (exp (- ((1 / 2%:R) * (sigma^-1 ^+ 2) * (sqn (x + (- mu_1)))))))
    (unit_3 : (f_1 : R) \is a GRing.unit)
    (f_0_is : f_0 = (exp (- ((1 / 2%:R) * (sigma^-1 ^+ 2) * (sqn (x + (- mu_0)))))))
    (unit_4 : (f_0 : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (unit_5 : ((f_1 * f_0^-1) : R) \is a GRing.unit)
    (log_of_exp : forall x_, log (exp x_) = x_) :
  (log (f_1 * f_0^-1)) = (((sigma^-1 ^+ 2) * (dot (mu_1 + (- mu_0)) x)) + (- ((1 / 2%:R) * (sigma^-1 ^+ 2) * ((sqn mu_1) + (- (sqn mu_0)))))) :> R.
Proof. prove. Qed.

(** mixture-score: 7d31191d9e573544 *)
Theorem mixture_score
    (R : comUnitRingType)
    (eps : R)
    (mu : R)
    (q : R)
    (pi_1 : R)
    (exp : R -> R)
    (t : R)
    (b : R)
    (log : R -> R)
    (small : eps * eps = 0)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit : (2%:R : R) \is a GRing.unit)
    (unit_2 : (((pi_1 * (exp (- ((1 / 2%:R) * ((t + (- mu)) ^+ 2))))) + ((1 + (- pi_1)) * (exp (- ((1 / 2%:R) * ((t + (- b)) ^+ 2)))))) : R) \is a GRing.unit)
    (q_is : q = (pi_1 * ((pi_1 * (exp (- ((1 / 2%:R) * ((t + (- mu)) ^+ 2))))) + ((1 + (- pi_1)) * (exp (- ((1 / 2%:R) * ((t + (- b)) ^+ 2))))))^-1 * (exp (- ((1 / 2%:R) * ((t + (- mu)) ^+ 2))))))
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_))) :
  (log ((pi_1 * (exp (- ((1 / 2%:R) * ((t + (- (mu + eps))) ^+ 2))))) + ((1 + (- pi_1)) * (exp (- ((1 / 2%:R) * ((t + (- b)) ^+ 2))))))) = (log ((pi_1 * (exp (- ((1 / 2%:R) * ((t + (- mu)) ^+ 2))))) + ((1 + (- pi_1)) * (exp (- ((1 / 2%:R) * ((t + (- b)) ^+ 2))))))) + eps * (q * (t + (- mu))).
Proof. prove. Qed.

Print Assumptions blind_accuracy.
Print Assumptions blind_precision.
Print Assumptions cost_of_a_decision.
Print Assumptions prior_shift.
Print Assumptions split_gain.
Print Assumptions boosting_residual.
Print Assumptions boosting_step.
Print Assumptions mixture_log_odds.
Print Assumptions mixture_score.
